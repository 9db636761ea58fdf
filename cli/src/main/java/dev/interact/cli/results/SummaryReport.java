package dev.interact.cli.results;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Report;
import dev.interact.analysis.report.Report.Fact;
import dev.interact.analysis.report.Report.Standing;
import dev.interact.analysis.report.Section;
import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report of what the summary of a study has: its tables, and where they come from. It stands in
 * for the whole report where the results cannot be analysed.
 */
final class SummaryReport {
  private static final String FILES =
      "manifest.json has the hashes of data and prompts, and versions; answers.jsonl has each answer,"
          + " dialogues.jsonl each transcript, summary.json these figures.";

  private final StudyStatus status;
  private final Summary summary;

  private SummaryReport(StudyResults results) {
    this.status = results.status();
    this.summary = results.summary();
  }

  static Report of(StudyResults results, String studyFile) {
    return new SummaryReport(results).report(studyFile);
  }

  private Report report(String studyFile) {
    return new Report(
        summary.study().name(),
        status.isWhole() ? Standing.FINAL : Standing.PARTIAL,
        summary.isSimulated(),
        status.isWhole() ? List.of(size()) : List.of(PrintedResults.partial(status), size()),
        sections(studyFile),
        List.of(
            new Fact(
                "Study", "%s, submitted %s, %s.".formatted(status.id(), status.created(), end())),
            new Fact("Files", FILES)),
        "%s (%s), a study run with Interact, submitted %s."
            .formatted(summary.study().name(), status.id(), status.created()));
  }

  private List<Section> sections(String studyFile) {
    Block file = new Block.Listing("As it was submitted", studyFile);
    return Stream.of(
            SummarySections.of(summary).stream(),
            failures().stream(),
            Stream.of(new Section("study-file", "The study file", List.of(file))))
        .flatMap(sections -> sections)
        .toList();
  }

  private Optional<Section> failures() {
    if (summary.failures().isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows =
        summary.failures().stream()
            .map(failure -> List.of(failure.reason(), Figure.count(failure.count())))
            .toList();
    Block table =
        new Table(List.of("reason", "dialogues"), 1, rows)
            .block("failure-table", "Why dialogues failed, and how many");
    return Optional.of(new Section("failed-dialogues", "Failed dialogues", List.of(table)));
  }

  private String size() {
    Summary.Totals totals = summary.totals();
    return String.format(
        Locale.ROOT,
        "%,d concepts, %,d dialogues (%,d failed), %,d model calls in %,d attempts,"
            + " %,d tokens in%s, %,d out, $%,.2f.",
        summary.concepts(),
        status.dialogues().total(),
        status.dialogues().failed(),
        totals.calls(),
        totals.attempts(),
        totals.tokens().input(),
        totals.sharedPrefix() == null
            ? ""
            : " (about %s in a shared prefix)"
                .formatted(Figure.roundPercent(totals.sharedPrefix())),
        totals.tokens().output(),
        totals.cost());
  }

  private String end() {
    return status.isFinished() ? "finished " + status.finishedAt() : status.state();
  }
}
