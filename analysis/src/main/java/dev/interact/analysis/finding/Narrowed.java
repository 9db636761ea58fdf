package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.Narrowing;
import dev.interact.analysis.contrast.Narrowing.Gap;
import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.table.Sample;
import java.util.List;
import java.util.Optional;

/**
 * By how much a dialogue narrows the gap between two lessons.
 *
 * @param gap of the lessons alone
 * @param left of the same lessons after the last turn
 * @param narrowing the one less the other, over the concepts that have both
 */
record Narrowed(Difference gap, Difference left, Difference narrowing) {

  /** Empty where no concept has both gaps. */
  static Optional<Narrowed> of(Basis basis, Pair before, Pair after) {
    Narrowing found =
        Narrowing.of(
            basis.evidence(),
            new Gap(before.one(), before.other()),
            new Gap(after.one(), after.other()));
    return found.sample().concepts() == 0
        ? Optional.empty()
        : Optional.of(
            new Narrowed(
                gap(basis, before, found.before().sample()),
                gap(basis, after, found.after().sample()),
                Difference.of(
                    before.label(basis), after.label(basis), found.sample(), basis.seed())));
  }

  private static Difference gap(Basis basis, Pair pair, Sample sample) {
    return Difference.of(basis.label(pair.one()), basis.label(pair.other()), sample, basis.seed());
  }

  /** A gap that is not shown cannot be narrowed. */
  String sentence() {
    String n = Numbers.concepts(narrowing.sample());
    if (gap.decision() != Difference.Decision.HIGHER) {
      return "With %s no gap between %s and %s is shown (%s), so that there is none for a dialogue to narrow."
          .formatted(n, gap.one(), gap.other(), Numbers.points(gap.estimate()));
    }
    String what = "the gap between %s and %s".formatted(gap.one(), gap.other());
    String by = Numbers.points(narrowing.estimate());
    String narrows =
        switch (narrowing.decision()) {
          case HIGHER -> "a dialogue narrows %s by %s".formatted(what, by);
          case LOWER -> "a dialogue widens %s; its narrowing is %s".formatted(what, by);
          case OPEN, ALIKE, TOO_FEW ->
              "it cannot be decided whether a dialogue narrows %s; the narrowing is %s"
                  .formatted(what, by);
        };
    return "With %s %s. The gap is %s without a dialogue and %s after it (%s)."
        .formatted(
            n,
            narrows,
            Numbers.points(gap.estimate()),
            Numbers.points(left.estimate()),
            left.label());
  }

  static Forest forest(Basis basis, String id, List<Narrowed> all) {
    return new Forest(
        id + "-narrowing-forest",
        "Narrowing of the gap between lessons",
        "gap alone less gap after a dialogue, in accuracy points, " + basis.interval(),
        null,
        all.stream().map(one -> one.row()).toList());
  }

  private Forest.Row row() {
    Forest.Row row = ContrastBlocks.row(narrowing);
    return new Forest.Row(left.label(), row.value(), row.low(), row.high(), row.n(), false);
  }

  static Table table(Basis basis, String id, List<Narrowed> all) {
    String ci = " [%s]".formatted(basis.interval());
    return new Table(
        id + "-narrowing",
        "Narrowing = (gap of the lessons alone) \u2212 (gap of the same lessons after the last turn)",
        List.of(
            new Column("gap alone", false),
            new Column("points" + ci, true),
            new Column("gap after a dialogue", false),
            new Column("points" + ci, true),
            new Column("n", true),
            new Column("narrowing, points" + ci, true),
            new Column("p", true)),
        all.stream().map(Narrowed::cells).toList(),
        List.of(
            "Exploratory. The author whose lesson reached more comes first, so that only a gap that is itself shown is worth reading as one: a gap that is but noise narrows by chance."));
  }

  private List<String> cells() {
    return List.of(
        gap.label(),
        Numbers.estimate(gap.estimate()),
        left.label(),
        Numbers.estimate(left.estimate()),
        Numbers.units(narrowing.sample()),
        Numbers.estimate(narrowing.estimate()),
        Wording.p(narrowing.test().twoSided()));
  }
}
