package dev.interact.offline.teacher;

import dev.interact.offline.text.Passage;
import dev.interact.offline.text.SentenceIndex.Hit;
import dev.interact.offline.text.Stems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The sentences of a context that a teacher has not told yet.
 *
 * @param sentences by number, rising
 */
record Untold(Passage context, List<Integer> sentences) {

  static Untold of(Passage context, List<String> told) {
    String earlier = String.join("\n", told);
    List<Integer> sentences =
        IntStream.range(0, context.sentences().size())
            .filter(i -> !earlier.contains(context.sentences().get(i)))
            .boxed()
            .toList();
    return new Untold(context, sentences);
  }

  boolean isEmpty() {
    return sentences.isEmpty();
  }

  String text(int sentence) {
    return context.sentences().get(sentence);
  }

  /** Where in the context a sentence stands: 0 for its first third, 2 for its last. */
  int third(int sentence) {
    return sentence * 3 / context.sentences().size();
  }

  /** How many words a sentence has. */
  int words(int sentence) {
    return text(sentence).split(" ").length;
  }

  /**
   * The sentences that match a question, best first.
   *
   * @param share of the best score among them that each must reach, from 0 to 1
   */
  List<Integer> matching(String question, double share) {
    List<Hit> hits = hits(question);
    double least = hits.isEmpty() ? 0 : hits.getFirst().score() * share;
    return hits.stream().filter(hit -> hit.score() >= least).map(Hit::sentence).toList();
  }

  private List<Hit> hits(String question) {
    Map<String, Double> query =
        Stems.of(question).stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), stem -> 1.0));
    return context.index().search(query).stream()
        .filter(hit -> sentences.contains(hit.sentence()))
        .toList();
  }

  /** The next sentences, as many as have about so many words; at least one. */
  List<Integer> next(int words) {
    int end = 0;
    int told = 0;
    while (end < sentences.size() && (end == 0 || told + words(sentences.get(end)) / 2 < words)) {
      told += words(sentences.get(end));
      end++;
    }
    return sentences.subList(0, end);
  }

  /** The sentences nearest to one, but for some, in text order. */
  List<Integer> around(int sentence, List<Integer> others, int limit) {
    List<String> keptBack = others.stream().map(this::text).toList();
    return sentences.stream()
        .filter(near -> !keptBack.contains(text(near)))
        .sorted(Comparator.comparingInt(near -> Math.abs(near - sentence)))
        .limit(limit)
        .sorted()
        .toList();
  }
}
