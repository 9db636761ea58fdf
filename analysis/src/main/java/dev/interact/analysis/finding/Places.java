package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.analysis.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Which sittings two places stand for: every arm that fits a place, of arms that agree in all that
 * neither names. An axis that one of two arms has not is no disagreement; but of the pairs that
 * share an arm only those count that have fewest such axes, so that a dialogue without a lesson is
 * compared with its fork without one, and not with those of dialogues with lessons.
 */
final class Places {
  private Places() {}

  static List<Sitting> of(AnswerTable table, Place place) {
    return table.arms().stream()
        .filter(arm -> Axis.allFit(place, arm))
        .map(arm -> new Sitting(arm, place.turn() == null ? table.lastTurn(arm) : place.turn()))
        .filter(sitting -> sitting.turn() <= table.lastTurn(sitting.arm()))
        .toList();
  }

  static List<Pair> pairs(AnswerTable table, Place one, Place other) {
    return pairs(of(table, one), of(table, other), one, other);
  }

  static List<Pair> pairs(List<Sitting> ones, List<Sitting> others, Place one, Place other) {
    List<Pair> pairs = new ArrayList<>();
    for (Sitting first : ones) {
      others.stream()
          .filter(second -> agree(first.arm(), second.arm(), one, other))
          .forEach(second -> pairs.add(new Pair(first, second)));
    }
    ToLongFunction<Pair> lacking = pair -> lacking(pair, one, other);
    Map<Sitting, Long> fewestOfOne = fewest(pairs, Pair::one, lacking);
    Map<Sitting, Long> fewestOfOther = fewest(pairs, Pair::other, lacking);
    return pairs.stream()
        .filter(pair -> lacking.applyAsLong(pair) == fewestOfOne.get(pair.one()))
        .filter(pair -> lacking.applyAsLong(pair) == fewestOfOther.get(pair.other()))
        .toList();
  }

  private static Map<Sitting, Long> fewest(
      List<Pair> pairs, Function<Pair, Sitting> side, ToLongFunction<Pair> lacking) {
    Map<Sitting, Long> fewest = new HashMap<>();
    pairs.forEach(pair -> fewest.merge(side.apply(pair), lacking.applyAsLong(pair), Math::min));
    return fewest;
  }

  private static long lacking(Pair pair, Place one, Place other) {
    return Arrays.stream(Axis.values())
        .filter(axis -> !axis.isNamedBy(one) && !axis.isNamedBy(other))
        .filter(axis -> axis.isOfOneAlone(pair.one().arm(), pair.other().arm()))
        .count();
  }

  private static boolean agree(ArmKey first, ArmKey second, Place one, Place other) {
    return Arrays.stream(Axis.values())
        .filter(axis -> !axis.isNamedBy(one) && !axis.isNamedBy(other))
        .allMatch(axis -> axis.isAgreed(first, second));
  }
}
