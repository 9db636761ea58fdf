package dev.interact.cli.results;

import dev.interact.cli.api.FailureCount;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.PaperTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The results as people read them: tables for the terminal, and {@code report.md}. */
public final class Report {
  /** What is to be said beside any figure of the offline models. */
  public static final String SIMULATED =
      "The offline models are simulated: they pick sentences and options by matching words, and say"
          + " nothing about what language models would do.";

  private final StudyStatus status;
  private final Summary summary;
  private final String studyFile;

  public Report(StudyResults results, String studyFile) {
    this.status = results.status();
    this.summary = results.summary();
    this.studyFile = studyFile;
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
            status.isWhole() ? "" : partial() + "\n",
            PaperTable.of(summary).text(),
            CurveTable.of(summary).text(),
            summary.isSimulated() ? "\n" + SIMULATED : "")
        .stripTrailing();
  }

  /** The whole report in Markdown. */
  public String markdown() {
    return """
    # %s

    %s
    %s%s
    ## Before and after the dialogue

    Accuracy in per cent. The teacher bound is the student's own model with the context in view.

    %s

    ## Learning curves

    Accuracy in per cent after each turn; answers that could not be read count as wrong.

    %s

    %s%s## Provenance

    %s

    ````yaml
    %s
    ````
    """
        .formatted(
            summary.study().name(),
            size(),
            status.isWhole() ? "" : "\n" + partial() + "\n",
            summary.isSimulated() ? "\n" + SIMULATED + "\n" : "",
            PaperTable.of(summary).markdown(),
            CurveTable.of(summary).markdown(),
            Experiments.markdown(summary),
            failures(),
            provenance(),
            studyFile.strip());
  }

  private String size() {
    Summary.Totals totals = summary.totals();
    return String.format(
        Locale.ROOT,
        "%,d concepts, %,d dialogues (%,d failed), %,d model calls in %,d attempts,"
            + " %,d tokens in, %,d out, $%,.2f.",
        summary.concepts(),
        status.dialogues().total(),
        status.dialogues().failed(),
        totals.calls(),
        totals.attempts(),
        totals.tokens().input(),
        totals.tokens().output(),
        totals.cost());
  }

  private String partial() {
    return String.format(
        Locale.ROOT,
        "Partial results: the study is %s; %,d of its %,d dialogues are finished.",
        status.state(),
        status.dialogues().finished(),
        status.dialogues().total());
  }

  private String failures() {
    if (summary.failures().isEmpty()) {
      return "";
    }
    return summary.failures().stream()
        .map(failure -> "* %s (%dx)".formatted(failure.reason(), failure.count()))
        .collect(Collectors.joining("\n", "## Failed dialogues\n\n", "\n\n"));
  }

  private String provenance() {
    return """
    * Study %s, submitted %s, %s.
    * `manifest.json` has the hashes of data and prompts, and versions; `answers.jsonl` has each answer,
      `dialogues.jsonl` each transcript, `summary.json` these figures.
    * The study file:"""
        .formatted(status.id(), status.created(), end());
  }

  private String end() {
    return status.isFinished() ? "finished " + status.finishedAt() : status.state();
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
