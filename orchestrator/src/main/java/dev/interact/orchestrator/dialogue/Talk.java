package dev.interact.orchestrator.dialogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The turn under way; immutable.
 *
 * @param turn its number; of no meaning where nothing is waited for
 * @param awaited questions, answers and trial sheets that are waited for; empty after the last turn
 * @param right items that each candidate got right so far
 */
public record Talk(int turn, Set<Step> awaited, Map<Integer, Integer> right) {
  static final Talk OVER = new Talk(0, Set.of(), Map.of());

  public Talk {
    awaited = Set.copyOf(awaited);
    right = Map.copyOf(right);
  }

  static Talk of(int turn, Set<Step> awaited) {
    return new Talk(turn, awaited, Map.of());
  }

  boolean isOver() {
    return awaited.isEmpty();
  }

  boolean awaits(Step step) {
    return awaited.contains(step);
  }

  /** Waits for some steps in the place of another. */
  Talk replacing(Step done, Set<? extends Step> more) {
    Set<Step> rest = new HashSet<>(awaited);
    rest.remove(done);
    rest.addAll(more);
    return new Talk(turn, rest, right);
  }

  /** A trial sheet has been marked. */
  Talk marked(Step.Trial sheet, int items) {
    Map<Integer, Integer> sums = new HashMap<>(right);
    sums.merge(sheet.candidate(), items, Integer::sum);
    return new Talk(turn, replacing(sheet, Set.of()).awaited(), sums);
  }

  /** The candidate with the most items right; of equals the first. */
  int best() {
    return right.entrySet().stream()
        .max(
            Comparator.comparing((Map.Entry<Integer, Integer> entry) -> entry.getValue())
                .thenComparing(entry -> -entry.getKey()))
        .orElseThrow()
        .getKey();
  }
}
