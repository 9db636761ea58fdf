package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the quizzes of a dialogue went; accuracies from 0 to 1, the mean over several sheets.
 *
 * @param byTurn accuracy after each turn that has a quiz
 * @param byItem accuracy of each item after the last of these turns
 */
record QuizScores(SortedMap<Integer, Double> byTurn, SortedMap<String, Double> byItem) {

  /** Of the lines of {@code answers.jsonl} of one dialogue. */
  static QuizScores of(List<ObjectNode> answers) {
    SortedMap<Integer, Double> byTurn = accuracy(answers, answer -> answer.path("turn").asInt());
    int last = byTurn.isEmpty() ? 0 : byTurn.lastKey();
    return new QuizScores(
        byTurn,
        accuracy(
            answers.stream().filter(answer -> answer.path("turn").asInt() == last).toList(),
            answer -> answer.path("item").asText()));
  }

  private static <K> SortedMap<K, Double> accuracy(
      List<ObjectNode> answers, Function<ObjectNode, K> key) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                key,
                TreeMap::new,
                Collectors.averagingInt(answer -> answer.path("correct").asBoolean() ? 1 : 0)));
  }

  boolean isEmpty() {
    return byTurn.isEmpty();
  }

  /** After the last turn that has a quiz. */
  double last() {
    return byTurn.get(byTurn.lastKey());
  }
}
