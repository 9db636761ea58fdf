package dev.interact.cli.results;

import dev.interact.analysis.report.Section;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.FlipTable;
import dev.interact.cli.table.LengthTable;
import dev.interact.cli.table.PassTable;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of a report that only some studies have. */
final class Experiments {
  private Experiments() {}

  /** Nothing where there is no such section. */
  static Stream<Section> sections(Summary summary) {
    return Stream.of(reportedHalf(summary), passAt(summary), lengths(summary), flips(summary))
        .flatMap(Optional::stream);
  }

  private static Optional<Section> section(String id, String title, String text, Table table) {
    return table.rows().isEmpty()
        ? Optional.empty()
        : Optional.of(new Section(id, title, List.of(table.block(id + "-table", text))));
  }

  private static Optional<Section> reportedHalf(Summary summary) {
    return section(
        "reported-half",
        "Reported half",
        "The curves on the half of each quiz by which no question is selected: compare strategies here.",
        CurveTable.ofReportedHalf(summary));
  }

  private static Optional<Section> passAt(Summary summary) {
    return section(
        "pass-at-k",
        "Pass@k",
        "How likely at least one of k sampled sheets has an item right, in per cent after each turn."
            + " Guessing gives what stands under chance.",
        PassTable.of(summary));
  }

  private static Optional<Section> lengths(Summary summary) {
    return section(
        "turns",
        "Turns",
        "Dialogues that ended early: their mean number of turns, and accuracy at their end.",
        LengthTable.of(summary));
  }

  private static Optional<Section> flips(Summary summary) {
    return section(
        "retests",
        "Retests",
        "Answers at temperature 0 that were asked for a second time, and how many came out otherwise.",
        FlipTable.of(summary));
  }
}
