package dev.interact.orchestrator.view;

import dev.interact.orchestrator.results.Answer;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well a student did at the quizzes of a dialogue that it has sat as a whole; accuracies are
 * from 0 to 1.
 *
 * @param first null where there is none
 * @param last null where there is none; the first where there is one alone
 */
record Quizzes(Double first, Double last) {

  /**
   * The quizzes of a dialogue.
   *
   * @param marks that one quiz has
   */
  static Quizzes of(Collection<Answer> answers, int marks) {
    TreeMap<Integer, List<Answer>> byTurn =
        answers.stream()
            .collect(Collectors.groupingBy(Answer::turn, TreeMap::new, Collectors.toList()));
    byTurn.values().removeIf(quiz -> quiz.size() < marks);
    return byTurn.isEmpty()
        ? new Quizzes(null, null)
        : new Quizzes(
            accuracy(byTurn.firstEntry().getValue()), accuracy(byTurn.lastEntry().getValue()));
  }

  private static double accuracy(List<Answer> quiz) {
    return (double) quiz.stream().filter(Answer::correct).count() / quiz.size();
  }
}
