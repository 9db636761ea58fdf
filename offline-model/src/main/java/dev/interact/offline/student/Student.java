package dev.interact.offline.student;

import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.student.Terms.Term;
import dev.interact.offline.text.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks about what its notes leave open: openers first, then the names and words the answers
 * mentioned and no question has used. Above temperature 0 it samples among the candidates (softmax
 * of their worth), else it takes the best. It never repeats a question.
 */
public final class Student {

  private static final double OPENER_WORTH = 1.5;
  private static final double LOST_PER_OPENER = 0.25;
  private static final double FIRST_QUESTION_BONUS = 3;

  private final Chance chance;
  private final double temperature;

  public Student(Chance chance, double temperature) {
    this.chance = chance;
    this.temperature = temperature;
  }

  private record Candidate(String question, double worth) {}

  public String ask(AskQuestion job) {
    Set<String> asked = new HashSet<>(job.asked().stream().map(String::strip).toList());
    String turn = String.valueOf(job.asked().size());
    return Stream.concat(openers(job), followUps(job))
        .filter(candidate -> !asked.contains(candidate.question()))
        .max(Comparator.comparingDouble(candidate -> sampled(candidate, turn)))
        .map(Candidate::question)
        .orElseGet(() -> another(asked));
  }

  private double sampled(Candidate candidate, String turn) {
    double noise = temperature == 0 ? 0 : temperature * chance.gumbel(turn, candidate.question());
    return candidate.worth() + noise;
  }

  private static Stream<Candidate> openers(AskQuestion job) {
    List<Candidate> candidates = new ArrayList<>();
    double worth = OPENER_WORTH + (job.notes().isEmpty() ? FIRST_QUESTION_BONUS : 0);
    for (String question : Subject.of(job.brief()).openers()) {
      candidates.add(new Candidate(question, worth));
      worth -= LOST_PER_OPENER;
    }
    return candidates.stream();
  }

  private static Stream<Candidate> followUps(AskQuestion job) {
    return Terms.in(job.notes(), job.asked()).stream().flatMap(Student::about);
  }

  private static Stream<Candidate> about(Term term) {
    String text = term.text();
    List<String> questions =
        term.isName()
            ? List.of(
                "What more can you tell me about " + text + "?",
                "Why does " + text + " matter?",
                "What happens with " + text + " afterwards?")
            : List.of(
                "What more can you tell me about the " + text + "?",
                "Why is the " + text + " important?",
                "What else is said about the " + text + "?");
    return Stream.iterate(0, i -> i < questions.size(), i -> i + 1)
        .map(i -> new Candidate(questions.get(i), term.salience() - LOST_PER_OPENER * i));
  }

  private static String another(Set<String> asked) {
    return Stream.iterate(1, n -> n + 1)
        .map(
            n ->
                n == 1
                    ? "What else is there to know?"
                    : "What else is there to know, point " + n + "?")
        .filter(question -> !asked.contains(question))
        .findFirst()
        .orElseThrow();
  }
}
