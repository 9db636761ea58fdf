package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.contrast.Identity;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Scores;
import dev.interact.analysis.table.Sitting;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The difference of two arms after a turn, over the concepts that both have. Shares are from 0 to
 * 1. An arm with fewer turns keeps its last.
 *
 * @param a mean accuracy in the first; null where no concept is in both
 * @param b the same in the other
 * @param difference of the means
 * @param low of its interval of 95%; null where there is none
 * @param p two-sided, of the sign-flip test; null where nothing is tested
 * @param n concepts that are in both
 * @param note why the two are no contrast; null where they are one
 */
public record ArmDifference(
    int turn,
    Double a,
    Double b,
    Double difference,
    Double low,
    Double high,
    Double p,
    int n,
    String note) {
  private static final double POINTS = 100;

  /** An arm, and the study that it is of. */
  public record Side(Evidence evidence, ArmKey arm) {
    private int lastTurn() {
      return evidence.table().lastTurn(arm);
    }

    private Paired.Side at(int turn) {
      return new Paired.Side(evidence, new Sitting(arm, Math.min(turn, lastTurn())));
    }
  }

  /** Two arms of one study, turn by turn. */
  public static List<ArmDifference> within(Evidence study, ArmKey one, ArmKey other, long seed) {
    return byTurn(
        new Side(study, one),
        new Side(study, other),
        seed,
        at -> Identity.of(study.table(), at.one().sitting(), at.other().sitting()).orElse(null));
  }

  /** Arms of two studies, turn by turn; clusters and weights are those of the first. */
  public static List<ArmDifference> between(Side one, Side other, long seed) {
    return byTurn(one, other, seed, at -> null);
  }

  private record At(int turn, Paired.Side one, Paired.Side other) {}

  private static List<ArmDifference> byTurn(
      Side one, Side other, long seed, Function<At, String> note) {
    return IntStream.rangeClosed(0, Math.max(one.lastTurn(), other.lastTurn()))
        .mapToObj(turn -> new At(turn, one.at(turn), other.at(turn)))
        .map(at -> of(at, note.apply(at), seed))
        .toList();
  }

  private static ArmDifference of(At at, String note, long seed) {
    Paired paired = Paired.of(at.one(), at.other());
    if (paired.concepts() == 0) {
      return new ArmDifference(at.turn(), null, null, null, null, null, null, 0, note);
    }
    Difference found = Difference.of("a", "b", paired.sample(), seed);
    Interval interval = note == null ? found.estimate().interval() : null;
    return new ArmDifference(
        at.turn(),
        mean(at.one(), at.one(), paired),
        mean(at.one(), at.other(), paired),
        found.estimate().value() / POINTS,
        interval == null ? null : interval.low() / POINTS,
        interval == null ? null : interval.high() / POINTS,
        note == null ? found.test().twoSided() : null,
        paired.concepts(),
        note);
  }

  /** Over the concepts that pair, weighted as the difference is. */
  private static Double mean(Paired.Side weights, Paired.Side side, Paired paired) {
    Scores accuracies = side.evidence().accuracies(side.sitting());
    SortedMap<String, Double> means = new TreeMap<>(accuracies.means());
    means.keySet().retainAll(paired.differences().keySet());
    return weights.evidence().sample(means).mean();
  }
}
