package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.StepRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts how often answers at temperature 0 flipped. A pair of calls that dialogues share, such as
 * turn 0 of several conditions, was made once and counts once.
 */
final class Retests {

  /** Answers at temperature 0 that were given twice, and those of them that were not the same. */
  record Flips(String model, long items, long flipped) {}

  /** Two calls that should have been answered alike. */
  private record Pair(String first, String second) {}

  private static final class Tally {
    private final Set<Pair> seen = new HashSet<>();
    private long items;
    private long flipped;
  }

  private final Map<String, Tally> students = new TreeMap<>();

  /** Takes in the sheets of a dialogue, of whatever kinds. */
  void add(String student, Collection<Results.Marked> sheets) {
    for (Results.Marked second : sheets) {
      sheets.stream()
          .filter(first -> second.kind() == StepRow.Kind.RETEST)
          .filter(first -> first.kind() == StepRow.Kind.SIT)
          .filter(first -> first.turn() == second.turn() && first.part() == second.part())
          .forEach(first -> compare(student, first, second));
    }
  }

  private void compare(String student, Results.Marked first, Results.Marked second) {
    Tally tally = students.computeIfAbsent(student, model -> new Tally());
    if (tally.seen.add(new Pair(first.call(), second.call()))) {
      for (int i = 0; i < first.choices().length; i++) {
        tally.items++;
        tally.flipped += Objects.equals(first.choices()[i], second.choices()[i]) ? 0 : 1;
      }
    }
  }

  /** The counts by student. */
  List<Flips> flips() {
    return students.entrySet().stream()
        .map(of -> new Flips(of.getKey(), of.getValue().items, of.getValue().flipped))
        .toList();
  }
}
