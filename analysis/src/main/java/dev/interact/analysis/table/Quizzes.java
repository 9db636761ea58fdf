package dev.interact.analysis.table;

import dev.interact.analysis.answers.Repeat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quizzes that count at a sitting.
 *
 * @param byConcept by concept and draw; a concept has one draw at least
 */
public record Quizzes(SortedMap<String, SortedMap<Repeat, Quiz>> byConcept) {

  /** A figure of each; those that have none are left out. */
  public Scores scores(Score score) {
    SortedMap<String, SortedMap<Repeat, Double>> scores = new TreeMap<>();
    byConcept.forEach(
        (concept, draws) ->
            draws.forEach(
                (draw, quiz) -> {
                  Double figure = quiz.score(score);
                  if (figure != null) {
                    scores.computeIfAbsent(concept, id -> new TreeMap<>()).put(draw, figure);
                  }
                }));
    return new Scores(scores);
  }
}
