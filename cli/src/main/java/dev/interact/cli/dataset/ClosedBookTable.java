package dev.interact.cli.dataset;

import dev.interact.analysis.report.Block;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How often filter models were right without the context: before, kept, fresh. */
final class ClosedBookTable {
  private ClosedBookTable() {}

  static List<Block> of(List<ClosedBookFigures> figures) {
    if (figures.isEmpty()) {
      return List.of(new Block.Text("No model sat the quizzes without the context."));
    }
    List<List<String>> rows = new ArrayList<>();
    for (ClosedBookFigures one : figures) {
      rows.add(row(one.model(), "before", one.before(), one.unread().before()));
      rows.add(row(one.model(), "kept", one.kept(), one.unread().kept()));
      rows.add(row(one.model(), "fresh", one.fresh(), one.unread().fresh()));
    }
    List<String> header = List.of("model", "items", "accuracy", "answers", "unread", "concepts");
    List<String> notes =
        Stream.concat(
                Stream.of(
                    "In per cent, with the cluster-robust 95% interval. Before: all items that came to the gate. Kept: those in the set, on the draws that they were selected by, and so too low. Fresh: the same on draws that nothing was selected by; this is the figure to quote. Unread answers count as wrong."),
                figures.stream()
                    .flatMap(one -> Stream.of(one.before(), one.kept(), one.fresh()))
                    .map(Share::noInterval)
                    .filter(Objects::nonNull)
                    .distinct())
            .toList();
    return List.of(
        new Table(header, 2, rows)
            .block("closed-book", "Answers without the context", notes.toArray(String[]::new)));
  }

  private static List<String> row(String model, String items, Share share, long unread) {
    return List.of(
        model,
        items,
        share.cell(),
        Figure.count(share.of()),
        Figure.count(unread),
        Figure.count(share.clusters()));
  }
}
