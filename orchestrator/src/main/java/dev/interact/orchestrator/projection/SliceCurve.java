package dev.interact.orchestrator.projection;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Quiz;
import dev.interact.analysis.table.Quizzes;
import dev.interact.analysis.table.Sitting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One curve, which remembers the accuracies of the concepts that have not changed. */
final class SliceCurve {
  private final Evidence evidence;
  private final ArmKey arm;
  private final Set<String> concepts = new HashSet<>();
  private final Set<String> stale = new HashSet<>();
  private final List<Turn> turns = new ArrayList<>();
  private List<CurvePoint> points = List.of();

  /** What is known of a turn, by concept. */
  private static final class Turn {
    private final SortedMap<String, Double> accuracies = new TreeMap<>();
    private final SortedMap<String, Integer> items = new TreeMap<>();
  }

  SliceCurve(Evidence evidence, ArmKey arm) {
    this.evidence = evidence;
    this.arm = arm;
  }

  /** A concept may have another accuracy. */
  void touch(String concept) {
    concepts.add(concept);
    stale.add(concept);
  }

  List<CurvePoint> points() {
    int wanted = evidence.table().lastTurn(arm) + 1;
    if (turns.size() != wanted) {
      turns.clear();
      IntStream.range(0, wanted).forEach(turn -> turns.add(new Turn()));
      stale.addAll(concepts);
    }
    if (!stale.isEmpty()) {
      IntStream.range(0, wanted).forEach(turn -> stale.forEach(one -> count(turn, one)));
      stale.clear();
      points = IntStream.range(0, wanted).filter(this::isKnown).mapToObj(this::point).toList();
    }
    return points;
  }

  private void count(int turn, String concept) {
    Quizzes quizzes = evidence.quizzes(new Sitting(arm, turn), concept);
    Double accuracy = quizzes.scores(evidence.rules().parseFailures()).means().get(concept);
    Turn at = turns.get(turn);
    if (accuracy == null) {
      at.accuracies.remove(concept);
      at.items.remove(concept);
    } else {
      at.accuracies.put(concept, accuracy);
      at.items.put(concept, items(quizzes, concept));
    }
  }

  private static int items(Quizzes quizzes, String concept) {
    return quizzes.byConcept().get(concept).values().stream()
        .map(Quiz::tally)
        .mapToInt(tally -> tally.items())
        .sum();
  }

  private boolean isKnown(int turn) {
    return !turns.get(turn).accuracies.isEmpty();
  }

  private CurvePoint point(int turn) {
    Turn at = turns.get(turn);
    long items = at.items.values().stream().mapToLong(Integer::longValue).sum();
    return CurvePoint.of(turn, evidence.sample(at.accuracies), items);
  }
}
