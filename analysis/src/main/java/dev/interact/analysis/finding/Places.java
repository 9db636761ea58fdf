package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.analysis.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which sittings two places stand for: every arm that fits a place, of arms that agree in all that
 * neither names.
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
    return pairs;
  }

  private static boolean agree(ArmKey first, ArmKey second, Place one, Place other) {
    return Arrays.stream(Axis.values())
        .filter(axis -> !axis.isNamedBy(one) && !axis.isNamedBy(other))
        .allMatch(axis -> axis.isAgreed(first, second));
  }
}
