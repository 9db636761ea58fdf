package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.curve.Recovered;
import dev.interact.analysis.curve.Recovery;
import dev.interact.analysis.report.Block;
import dev.interact.analysis.report.Block.Table;
import dev.interact.analysis.report.Block.Table.Column;
import dev.interact.analysis.report.Block.Text;
import dev.interact.analysis.report.Wording;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.stats.Interval;
import java.util.List;

/** The shares that asking recovers, by each definition. */
final class Recoveries {
  /** A share of what may be nothing has no interval that keeps its level. */
  private static final String UNSURE = " *";

  private Recoveries() {}

  static List<Block> blocks(Basis basis, List<ArmKey> asking) {
    List<Recovered> all =
        asking.stream().flatMap(arm -> Recovery.all(basis.evidence(), arm).stream()).toList();
    if (all.stream().allMatch(one -> one.reference() == null)) {
      return List.of(
          new Text(
              "The study has neither 'full-context' nor 'static-lesson' of these students, so that there is nothing to recover a share of."));
    }
    Table table =
        new Table(
            Interaction.ID + "-recovery",
            "Recovery, by each definition",
            List.of(
                new Column("arm", false),
                new Column("definition", false),
                new Column("reference", false),
                new Column("n", true),
                new Column("recovered, % [" + basis.interval() + "]", true)),
            all.stream()
                .filter(one -> one.reference() != null)
                .map(one -> cells(basis, one))
                .toList(),
            List.of(
                "Ratios of means over the same concepts; T is the last turn, and 100 % is all of the reference. Intervals are by the delta method, cluster-robust. Figures of different definitions are not to be compared.",
                "*: what it is a share of is not shown to be above 0, so that the figure says little, and no interval is given."));
    return List.of(table);
  }

  private static List<String> cells(Basis basis, Recovered one) {
    return List.of(
        basis.label(one.arm()),
        one.definition().formula(),
        basis.label(one.reference()),
        Numbers.units(one.numerator()),
        value(one));
  }

  private static String value(Recovered one) {
    if (one.value() == null) {
      return "%s: %s".formatted(Wording.NONE, one.reason());
    }
    Estimate error = Numbers.difference(one.influence());
    String share = Numbers.one(100 * one.value());
    Interval whole = Numbers.difference(one.denominator()).interval();
    if (whole != null && whole.low() <= 0) {
      return share + UNSURE;
    }
    return error.interval() == null
        ? share
        : "%s [%s, %s]"
            .formatted(
                share,
                Numbers.one(100 * one.value() + error.interval().low() - error.value()),
                Numbers.one(100 * one.value() + error.interval().high() - error.value()));
  }
}
