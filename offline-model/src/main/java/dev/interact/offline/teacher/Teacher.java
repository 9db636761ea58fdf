package dev.interact.offline.teacher;

import dev.interact.offline.Strength;
import dev.interact.offline.job.Job.AnswerQuestion;
import dev.interact.offline.job.Manner;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Prose;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Answers with the sentences of the context that match the question best (BM25) and were not told
 * yet, filled up with the next untold ones, in text order. Told to be terse it says one of them,
 * told to keep the answer back it says what stands around them, told to go on it says the next
 * ones.
 */
public final class Teacher {

  static final String NOTHING_TO_TELL = "I have no material to answer from.";
  static final String ALL_TOLD = "I have told you everything I know about it.";

  private static final double ABOUT_AS_WELL = 0.75;
  private static final List<String> WHERE =
      List.of(
          "You will find it near the beginning of the material.",
          "You will find it in the middle of the material.",
          "You will find it towards the end of the material.");

  private final Memory<Passage> library;
  private final Strength strength;

  public Teacher(Memory<Passage> library, Strength strength) {
    this.library = library;
    this.strength = strength;
  }

  public String answer(AnswerQuestion job) {
    Passage context = library.of(job.context());
    if (context.isEmpty()) {
      return NOTHING_TO_TELL;
    }
    Untold untold = Untold.of(context, job.told());
    if (untold.isEmpty()) {
      return ALL_TOLD;
    }
    return switch (job.manner()) {
      case Manner.Full full -> told(untold, answering(untold, job.question()));
      case Manner.Terse terse -> told(untold, List.of(shortest(untold, job.question())));
      case Manner.Hint hint -> hint(untold, answering(untold, job.question()));
      case Manner.Lecture(OptionalInt words) -> told(untold, next(untold, words));
    };
  }

  private static String told(Untold untold, List<Integer> sentences) {
    return Prose.of(sentences.stream().sorted().map(untold::text).toList());
  }

  /** Best first. */
  private List<Integer> answering(Untold untold, String question) {
    return Stream.concat(untold.matching(question, 0).stream(), untold.sentences().stream())
        .distinct()
        .limit(strength.sentencesPerAnswer())
        .toList();
  }

  /** Of those that match about as well as the best one; the next one where none matches. */
  private static int shortest(Untold untold, String question) {
    return untold.matching(question, ABOUT_AS_WELL).stream()
        .min(Comparator.comparingInt(untold::words))
        .orElse(untold.sentences().getFirst());
  }

  private String hint(Untold untold, List<Integer> answer) {
    int place = answer.getFirst();
    int sentences = Math.max(1, strength.sentencesPerAnswer() - 1);
    String around = told(untold, untold.around(place, answer, sentences));
    return (WHERE.get(untold.third(place)) + " " + around).strip();
  }

  private List<Integer> next(Untold untold, OptionalInt words) {
    return words.isPresent()
        ? untold.next(words.getAsInt())
        : untold.sentences().stream().limit(strength.sentencesPerAnswer()).toList();
  }
}
