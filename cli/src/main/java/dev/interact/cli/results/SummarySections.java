package dev.interact.cli.results;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.cli.api.Summary;
import dev.interact.cli.table.CurveTable;
import dev.interact.cli.table.PaperTable;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a study's summary, as sections of its report. */
final class SummarySections {
  private final Summary summary;

  private SummarySections(Summary summary) {
    this.summary = summary;
  }

  static List<Section> of(Summary summary) {
    return new SummarySections(summary).sections();
  }

  private List<Section> sections() {
    return Stream.concat(Stream.of(beforeAndAfter(), curves()), Experiments.sections(summary))
        .toList();
  }

  private Section beforeAndAfter() {
    String note = "The teacher bound is the student's own model with the context in view.";
    Block table = PaperTable.of(summary).block("paper-table", "Accuracy in per cent", note);
    return new Section("before-and-after", "Before and after the dialogue", List.of(table));
  }

  private Section curves() {
    String caption = "Accuracy in per cent after each turn";
    Block table =
        CurveTable.of(summary)
            .block(
                "curve-table",
                caption,
                "Answers that could not be read count as wrong.",
                "Shared prefix: how much of the tokens sent repeats, about, how an earlier call of the"
                    + " same dialogue begins; providers may bill it at a discount, which the cost"
                    + " leaves out.");
    return new Section("accuracy-by-turn", "All arms by turn", List.of(table));
  }
}
