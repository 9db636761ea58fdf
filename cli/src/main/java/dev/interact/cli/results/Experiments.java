package dev.interact.cli.results;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.FlipTable;
import dev.interact.cli.table.LengthTable;
import dev.interact.cli.table.PassTable;
import java.util.List;
import java.util.stream.Stream;

/** The sections of a report that only some studies have. */
final class Experiments {
  private Experiments() {}

  /** Nothing where there is no such section. */
  static Stream<Section> sections(Summary summary) {
    return Stream.of(reportedHalf(summary), passAt(summary), lengths(summary), flips(summary))
        .flatMap(sections -> sections);
  }

  private static Stream<Section> section(String id, String title, Block.Table table) {
    return table.rows().isEmpty() ? Stream.of() : Stream.of(new Section(id, title, List.of(table)));
  }

  private static Stream<Section> reportedHalf(Summary summary) {
    String caption =
        "Accuracy in per cent on the half of each quiz by which no question is selected";
    return section(
        "reported-half",
        "Reported half",
        CurveTable.ofReportedHalf(summary)
            .block("reported-half-table", caption, "Compare strategies here."));
  }

  private static Stream<Section> passAt(Summary summary) {
    String note =
        "How likely at least one of k sampled sheets has an item right. Guessing gives what stands"
            + " under chance.";
    return section(
        "pass-at-k",
        "Pass@k",
        PassTable.of(summary).block("pass-at-k-table", "Pass@k in per cent after each turn", note));
  }

  private static Stream<Section> lengths(Summary summary) {
    String caption =
        "Dialogues that ended early: their mean number of turns, and accuracy at their end";
    return section("turns", "Turns", LengthTable.of(summary).block("turns-table", caption));
  }

  private static Stream<Section> flips(Summary summary) {
    String caption =
        "Answers at temperature 0 that were asked for a second time, and how many came out otherwise";
    return section("retests", "Retests", FlipTable.of(summary).block("retests-table", caption));
  }
}
