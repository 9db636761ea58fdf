package dev.interact.cli.dataset;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Section;
import dev.interact.analysis.report.Wording;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import dev.interact.preparation.set.SetManifest.LeftOut;
import dev.interact.preparation.set.SetManifest.Terms;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A data set's figures as sentences and tables. */
record SetSections(SetFigures figures) {
  private static final int SHOWN = 50;
  private static final String NOT_STATED = "not stated";

  List<Section> all() {
    return Stream.of(
            new Section(
                "items",
                "Concepts and items",
                List.of(new DomainTables(figures.set().domains()).items())),
            new Section(
                "gates", "Gates", List.of(new DomainTables(figures.set().domains()).gates())),
            new Section(
                "closed-book", "Closed-book accuracy", ClosedBookTable.of(figures.closedBook())),
            leftOut(),
            new Section("terms", "Licences and sources", List.of(terms())),
            new Section("models", "Models", List.of(models())))
        .filter(Objects::nonNull)
        .toList();
  }

  private Section leftOut() {
    List<LeftOut> all = figures.set().leftOut();
    if (all.isEmpty()) {
      return null;
    }
    List<List<String>> rows =
        all.stream()
            .limit(SHOWN)
            .map(one -> List.of(one.concept(), one.domain(), one.reason()))
            .toList();
    Table table = new Table(List.of("concept", "domain", "why"), 3, rows);
    return new Section(
        "left-out",
        "Left out",
        List.of(table.block("left-out", "Concepts that are not in the set", more(all.size()))));
  }

  private Block terms() {
    List<Terms> all = figures.set().terms();
    List<List<String>> rows =
        all.stream()
            .limit(SHOWN)
            .map(
                one ->
                    List.of(
                        Objects.requireNonNullElse(one.licence(), NOT_STATED),
                        Objects.requireNonNullElse(one.source(), NOT_STATED),
                        Figure.count(one.concepts())))
            .toList();
    return new Table(List.of("licence", "source", "concepts"), 2, rows)
        .block(
            "terms",
            "What the concepts may be used for, and where they are from",
            more(all.size()));
  }

  private static String[] more(int all) {
    return all <= SHOWN
        ? new String[0]
        : new String[] {"%s more are in set.json.".formatted(Figure.count(all - SHOWN))};
  }

  private Block models() {
    List<List<String>> rows =
        figures.set().recipe().models().stream()
            .map(
                alias ->
                    List.of(
                        alias,
                        figures.set().models().getOrDefault(alias, Wording.NONE),
                        String.join(", ", Roles.of(alias, figures.set().recipe()))))
            .toList();
    return new Table(List.of("alias", "model", "as"), 3, rows).block("models", "Who took part");
  }
}
