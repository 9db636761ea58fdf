package dev.interact.analysis.table;

import dev.interact.analysis.answers.Repeat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A figure of the dialogues of an arm.
 *
 * @param byConcept by concept and draw; a concept has one draw at least
 */
public record Scores(SortedMap<String, SortedMap<Repeat, Double>> byConcept) {

  static Scores of(SortedMap<String, SortedMap<Repeat, Quiz>> quizzes, Score score) {
    SortedMap<String, SortedMap<Repeat, Double>> scores = new TreeMap<>();
    quizzes.forEach(
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

  /** The mean over its draws, for each concept. */
  public SortedMap<String, Double> means() {
    SortedMap<String, Double> means = new TreeMap<>();
    byConcept.forEach(
        (concept, draws) ->
            means.put(
                concept,
                draws.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }
}
