package dev.interact.offline.student;

import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.student.Terms.Term;
import dev.interact.offline.text.Sentences;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a student can say of its own knowledge. */
record Learned(List<String> notes, List<String> asked) {

  private static final int NAMED = 4;

  /** Confidence comes this slowly: after so many sentences it is 63. */
  private static final double SENTENCES = 10;

  static Learned before(AskQuestion job) {
    return new Learned(job.notes(), job.asked());
  }

  /** What the notes speak of most. */
  String known() {
    if (notes.isEmpty()) {
      return "nothing yet";
    }
    String terms = mostSalient(Terms.in(notes, List.of()));
    return terms.isEmpty() ? "a little" : terms;
  }

  /** What the notes speak of and no question has been about. */
  String missing() {
    if (notes.isEmpty()) {
      return "nearly everything";
    }
    String terms = mostSalient(Terms.in(notes, asked));
    return terms.isEmpty() ? "what has not been told yet" : "more about " + terms;
  }

  /** From 0 to 99, rising with the number of different sentences heard. */
  int confidence() {
    long heard = notes.stream().map(Sentences::of).flatMap(List::stream).distinct().count();
    return (int) (100 * (1 - Math.exp(-heard / SENTENCES)));
  }

  private static String mostSalient(List<Term> terms) {
    return terms.stream()
        .sorted(Comparator.comparingDouble(Term::salience).reversed())
        .limit(NAMED)
        .map(Term::text)
        .collect(Collectors.joining(", "));
  }
}
