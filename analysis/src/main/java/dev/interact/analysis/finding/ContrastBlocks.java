package dev.interact.analysis.finding;

import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Notice;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.stats.Tost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Differences as sentences, a picture and a table.
 *
 * @param cautions on whom is compared
 * @param equivalence whether they are tested for equality within the margin too
 */
record ContrastBlocks(Phrasing phrasing, Cautions cautions, boolean equivalence) {
  /** Most differences of which each has a sentence. */
  private static final int MOST_SENTENCES = 8;

  /**
   * The blocks of some pairs; those without a concept in common are left out and counted.
   *
   * @param id of the section, which begins the ids of its blocks
   */
  List<Block> of(String id, String caption, List<Pair> pairs, Differences differences) {
    List<Difference> found = differences.of(pairs);
    List<Block> blocks = new ArrayList<>();
    sentences(found).forEach(sentence -> blocks.add(new Text(sentence)));
    if (!found.isEmpty()) {
      blocks.add(forest(id, caption, found));
      blocks.add(table(id, caption, found));
    }
    if (found.size() < pairs.size()) {
      blocks.add(
          new Notice(
              "%d of %d contrasts have no concept in common, so that nothing is said of them."
                  .formatted(pairs.size() - found.size(), pairs.size())));
    }
    cautions.on(pairs).forEach(caution -> blocks.add(new Notice(caution)));
    return blocks;
  }

  /** What the differences show; many of them are counted. */
  List<String> sentences(List<Difference> found) {
    if (found.size() > MOST_SENTENCES) {
      return List.of(phrasing.said(counted(found)));
    }
    return found.stream()
        .flatMap(
            one ->
                equivalence
                    ? Sentences.either(one, phrasing.margin()).stream()
                    : Stream.of(Sentences.difference(one)))
        .map(phrasing::said)
        .toList();
  }

  private String counted(List<Difference> found) {
    long higher = count(found, Difference.Decision.HIGHER);
    long lower = count(found, Difference.Decision.LOWER);
    long alike = count(found, Difference.Decision.ALIKE);
    String counted =
        "Of %d differences %d are above 0, %d below 0, %d are the same on all concepts, and %d cannot be decided with this n."
            .formatted(found.size(), higher, lower, alike, found.size() - higher - lower - alike);
    long equal =
        found.stream().map(one -> one.within(phrasing.margin())).filter(this::isShown).count();
    return equivalence
        ? "%s Of %d it is shown that they are within %s."
            .formatted(counted, equal, Sentences.margin(phrasing.margin()))
        : counted;
  }

  private boolean isShown(Tost tost) {
    return tost != null && tost.equivalent();
  }

  private static long count(List<Difference> found, Difference.Decision decision) {
    return found.stream().filter(one -> one.decision() == decision).count();
  }

  Forest forest(String id, String caption, List<Difference> found) {
    return new Forest(
        id + "-forest",
        caption,
        "difference in accuracy points, " + phrasing.interval(),
        equivalence ? phrasing.margin() : null,
        found.stream().map(ContrastBlocks::row).toList());
  }

  static Forest.Row row(Difference one) {
    Interval ends = one.estimate().interval();
    return new Forest.Row(
        one.label(),
        one.estimate().value(),
        ends == null ? null : ends.low(),
        ends == null ? null : ends.high(),
        one.estimate().clusters(),
        one.primary());
  }

  Table table(String id, String caption, List<Difference> found) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("contrast", false),
                new Column("n", true),
                new Column("difference, points [%s]".formatted(phrasing.interval()), true),
                new Column("p", true),
                new Column("g_z", true),
                new Column("items gained", true),
                new Column("items lost", true)));
    if (equivalence) {
      columns.add(new Column("equal within " + Sentences.margin(phrasing.margin()), false));
    }
    columns.add(new Column("kind", false));
    return new Table(
        id + "-table", caption, columns, found.stream().map(this::cells).toList(), notes(found));
  }

  private List<String> cells(Difference one) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                one.label(),
                Numbers.units(one.sample()),
                Numbers.estimate(one.estimate()),
                Wording.p(one.test().twoSided()),
                one.effect() == null || Double.isNaN(one.effect().gz())
                    ? Wording.NONE
                    : Numbers.two(one.effect().gz()),
                one.flips() == null ? Wording.NONE : Numbers.count(one.flips().gained()),
                one.flips() == null ? Wording.NONE : Numbers.count(one.flips().lost())));
    if (equivalence) {
      cells.add(equal(one.within(phrasing.margin())));
    }
    cells.add(one.primary() ? "primary" : "exploratory");
    return cells;
  }

  private static String equal(Tost tost) {
    if (tost == null) {
      return Wording.NONE;
    }
    return "%s (p %s)".formatted(tost.equivalent() ? "yes" : "not shown", Wording.p(tost.p()));
  }

  private List<String> notes(List<Difference> found) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "n counts concepts%s. p is of a two-sided sign-flip permutation test, not adjusted for the number of tests. g_z is the mean difference over its standard deviation, corrected for few pairs (Hedges)."
            .formatted(isClustered(found) ? ", in so many clusters" : ""));
    notes.add(
        "Items gained are right in more than half of the draws of the first and not of the second; items lost the reverse.");
    if (equivalence) {
      notes.add("Equality is tested by two one-sided t tests (TOST) at 5 % each.");
    }
    long unpaired = found.stream().filter(one -> one.unpaired() > 0).count();
    if (unpaired > 0) {
      notes.add(
          "In %d of the contrasts some concepts have no pair and are left out."
              .formatted(unpaired));
    }
    return notes;
  }

  private static boolean isClustered(List<Difference> found) {
    return found.stream().anyMatch(one -> one.sample().concepts() != one.sample().clusters());
  }
}
