package dev.interact.preparation.set;

import dev.interact.preparation.order.Made;
import dev.interact.preparation.result.Prepared;
import dev.interact.preparation.result.Prepared.Dropped;
import dev.interact.preparation.set.SetManifest.Domain;
import dev.interact.preparation.set.SetManifest.GateCounts;
import dev.interact.study.Concept.Level;
import dev.interact.study.Concept.QuizItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what became of the concepts and items of a domain. */
final class DomainTally {
  private static final String NO_LEVEL = "none";

  private final Map<String, Integer> levels = new LinkedHashMap<>();
  private final Map<String, Integer> failedAt = new HashMap<>();
  private int concepts;
  private int leftOut;
  private int failed;
  private int missing;
  private int unreadable;
  private int refused;
  private int dropped;
  private int other;
  private int kept;

  DomainTally() {
    for (Level level : Level.values()) {
      levels.put(level.label(), 0);
    }
  }

  void add(Made made) {
    if (made.prepared() == null) {
      failed++;
      return;
    }
    Prepared prepared = made.prepared();
    if (prepared.concept().quiz().isEmpty()) {
      leftOut++;
    } else {
      concepts++;
      missing += prepared.missing();
    }
    prepared.concept().quiz().forEach(this::keep);
    prepared.dropped().forEach(this::drop);
  }

  private void keep(QuizItem item) {
    kept++;
    levels.merge(item.level() == null ? NO_LEVEL : item.level().label(), 1, Integer::sum);
  }

  private void drop(Dropped one) {
    if (one.item() == null) {
      unreadable++;
    } else if (GateFigures.of(one.item()).isEmpty()) {
      refused++;
    } else {
      dropped++;
      List<String> gates = new ArrayList<>(GateFigures.failed(one.item()));
      gates.forEach(gate -> failedAt.merge(gate, 1, Integer::sum));
      other += gates.isEmpty() ? 1 : 0;
    }
  }

  Domain domain(String name) {
    GateCounts gates =
        new GateCounts(
            unreadable,
            refused + dropped + kept,
            refused,
            dropped + kept,
            failedAt.getOrDefault(GateFigures.CLOSED_BOOK, 0),
            failedAt.getOrDefault(GateFigures.WITH_CONTEXT, 0),
            failedAt.getOrDefault(GateFigures.JUDGE, 0),
            other,
            kept);
    return new Domain(name, concepts, leftOut, failed, levels, missing, gates);
  }
}
