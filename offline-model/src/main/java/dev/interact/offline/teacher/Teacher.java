package dev.interact.offline.teacher;

import dev.interact.offline.Strength;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.text.Library;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Prose;
import dev.interact.offline.text.SentenceIndex.Hit;
import dev.interact.offline.text.Stems;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Answers with the sentences of the context that match the question best (BM25) and were not told
 * yet, filled up with the next untold ones, in text order.
 */
public final class Teacher {

  static final String NOTHING_TO_TELL = "I have no material to answer from.";
  static final String ALL_TOLD = "I have told you everything I know about it.";

  private final Library library;
  private final Strength strength;

  public Teacher(Library library, Strength strength) {
    this.library = library;
    this.strength = strength;
  }

  public String answer(AnswerQuestion job) {
    Passage context = library.read(job.context());
    if (context.isEmpty()) {
      return NOTHING_TO_TELL;
    }
    List<Integer> untold = untold(context, job.told());
    if (untold.isEmpty()) {
      return ALL_TOLD;
    }
    return Prose.of(
        Stream.concat(matching(context, job.question()).filter(untold::contains), untold.stream())
            .distinct()
            .limit(strength.sentencesPerAnswer())
            .sorted()
            .map(context.sentences()::get)
            .toList());
  }

  private static List<Integer> untold(Passage context, List<String> told) {
    String earlier = String.join("\n", told);
    return IntStream.range(0, context.sentences().size())
        .filter(i -> !earlier.contains(context.sentences().get(i)))
        .boxed()
        .toList();
  }

  private static Stream<Integer> matching(Passage context, String question) {
    Map<String, Double> query =
        Stems.of(question).stream()
            .distinct()
            .collect(Collectors.toMap(Function.identity(), stem -> 1.0));
    return context.index().search(query).stream().map(Hit::sentence);
  }
}
