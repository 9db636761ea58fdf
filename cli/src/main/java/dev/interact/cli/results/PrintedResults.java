package dev.interact.cli.results;

import dev.interact.cli.api.FailureCount;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.PaperTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as people read them in the terminal. */
public final class PrintedResults {
  /** What must be said where an offline model took part. */
  public static final String SIMULATED =
      "The offline models are simulated: they pick sentences and options by matching words, and say"
          + " nothing about what language models would do.";

  private final StudyStatus status;
  private final Summary summary;

  public PrintedResults(StudyResults results) {
    this.status = results.status();
    this.summary = results.summary();
  }

  /** Both tables as plain text. */
  public String text() {
    return """
    %s: accuracy in per cent before and after the dialogue
    %s
    %s

    Learning curves: accuracy in per cent after each turn

    %s
    %s"""
        .formatted(
            summary.study().name(),
            status.isWhole() ? "" : partial(status) + "\n",
            PaperTable.of(summary).text(),
            CurveTable.of(summary).text(),
            summary.isSimulated() ? "\n" + SIMULATED : "")
        .stripTrailing();
  }

  /** How much of the study there is, in a sentence. */
  static String partial(StudyStatus status) {
    return String.format(
        Locale.ROOT,
        "Partial results: the study is %s; %,d of its %,d dialogues are finished.",
        status.state(),
        status.dialogues().finished(),
        status.dialogues().total());
  }

  /**
   * Why dialogues failed, in a sentence.
   *
   * @return empty where none did
   */
  public static String failures(StudyStatus status) {
    StudyStatus.Dialogues dialogues = status.dialogues();
    if (dialogues.failed() == 0) {
      return "";
    }
    String which =
        dialogues.failed() == dialogues.total()
            ? String.format(Locale.ROOT, "All %,d dialogues failed", dialogues.total())
            : String.format(
                Locale.ROOT, "%,d of %,d dialogues failed", dialogues.failed(), dialogues.total());
    return which + ": " + reasons(status.failures());
  }

  private static String reasons(List<FailureCount> failures) {
    return failures.stream()
        .map(failure -> String.format(Locale.ROOT, "%s (%,dx)", failure.reason(), failure.count()))
        .collect(Collectors.joining("; "));
  }
}
