package dev.interact.cli.dataset;

import dev.interact.analysis.report.Block;
import dev.interact.cli.table.Figure;
import dev.interact.cli.table.Table;
import dev.interact.preparation.set.SetManifest.Domain;
import dev.interact.preparation.set.SetManifest.GateCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** What a data set has, and what became of the items that were written, by domain. */
record DomainTables(List<Domain> domains) {
  Block items() {
    List<String> header =
        List.of("domain", "concepts", "items", "easy", "medium", "hard", "missing", "left out");
    return new Table(header, 1, withTotal(DomainTables::row))
        .block(
            "items",
            "Concepts in the set and their items",
            "Missing: items that quizzes lack. Left out: concepts that failed, or of which no item passed.");
  }

  private static List<String> row(List<Domain> domains) {
    return Stream.<ToIntFunction<Domain>>of(
            Domain::concepts,
            domain -> domain.gates().kept(),
            domain -> domain.levels().getOrDefault("easy", 0),
            domain -> domain.levels().getOrDefault("medium", 0),
            domain -> domain.levels().getOrDefault("hard", 0),
            Domain::missing,
            domain -> domain.leftOut() + domain.failed())
        .map(count -> sum(domains, count))
        .toList();
  }

  Block gates() {
    List<String> header =
        List.of(
            "domain",
            "written",
            "against the rules",
            "came to gates",
            "dropped closed-book",
            "dropped with context",
            "dropped by judge",
            "dropped otherwise",
            "kept");
    return new Table(header, 1, withTotal(DomainTables::gateRow))
        .block(
            "gates",
            "What became of the items that were written",
            "An item that did not pass two gates counts at both. %s of the author's replies, or parts of them, were no items."
                .formatted(sum(domains, of(GateCounts::unreadable))));
  }

  private static List<String> gateRow(List<Domain> domains) {
    return Stream.<ToIntFunction<GateCounts>>of(
            GateCounts::written,
            GateCounts::refused,
            GateCounts::gated,
            GateCounts::closedBook,
            GateCounts::withContext,
            GateCounts::judge,
            GateCounts::other,
            GateCounts::kept)
        .map(count -> sum(domains, of(count)))
        .toList();
  }

  private static ToIntFunction<Domain> of(ToIntFunction<GateCounts> count) {
    return domain -> count.applyAsInt(domain.gates());
  }

  private static String sum(List<Domain> domains, ToIntFunction<Domain> count) {
    return Figure.count(domains.stream().mapToInt(count).sum());
  }

  /** A row a domain, and one of all where there are several. */
  private List<List<String>> withTotal(Function<List<Domain>, List<String>> figuresOf) {
    List<List<String>> rows = new ArrayList<>();
    domains.forEach(one -> rows.add(labelled(one.domain(), figuresOf.apply(List.of(one)))));
    if (domains.size() > 1) {
      rows.add(labelled("all", figuresOf.apply(domains)));
    }
    return rows;
  }

  private static List<String> labelled(String label, List<String> cells) {
    return Stream.concat(Stream.of(label), cells.stream()).toList();
  }
}
