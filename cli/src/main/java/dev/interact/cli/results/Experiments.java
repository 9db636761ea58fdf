package dev.interact.cli.results;

import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.FlipTable;
import dev.interact.cli.table.LengthTable;
import dev.interact.cli.table.PassTable;
import dev.interact.cli.table.Table;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections of a report that only some studies have. */
final class Experiments {
  private Experiments() {}

  private record Section(String title, String text, Table table) {
    String markdown() {
      return "## %s\n\n%s\n\n%s\n\n".formatted(title, text, table.markdown());
    }
  }

  /** In Markdown, each with an empty line behind it; nothing where there is no such section. */
  static String markdown(Summary summary) {
    return Stream.of(reportedHalf(summary), passAt(summary), lengths(summary), flips(summary))
        .filter(section -> !section.table().rows().isEmpty())
        .map(Section::markdown)
        .collect(Collectors.joining());
  }

  private static Section reportedHalf(Summary summary) {
    return new Section(
        "Reported half",
        "The curves on the half of each quiz by which no question is selected: compare strategies here.",
        CurveTable.ofReportedHalf(summary));
  }

  private static Section passAt(Summary summary) {
    return new Section(
        "Pass@k",
        "How likely at least one of k sampled sheets has an item right, in per cent after each turn."
            + " Guessing gives what stands under chance.",
        PassTable.of(summary));
  }

  private static Section lengths(Summary summary) {
    return new Section(
        "Turns",
        "Dialogues that ended early: their mean number of turns, and accuracy at their end.",
        LengthTable.of(summary));
  }

  private static Section flips(Summary summary) {
    return new Section(
        "Retests",
        "Answers at temperature 0 that were asked for a second time, and how many came out otherwise.",
        FlipTable.of(summary));
  }
}
