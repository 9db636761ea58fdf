package dev.interact.offline.student;

import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.job.QuestionForm;
import dev.interact.offline.job.QuestionForm.Label;
import dev.interact.offline.student.Terms.Term;
import dev.interact.offline.text.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks about what its notes leave open: openers first, then the names and words the answers
 * mentioned and no question has used. Above temperature 0 it samples among the candidates (softmax
 * of their worth), else it takes the best. It never repeats a question. Where it is told to, it
 * proposes several, says what it knows, misses and how sure it is, asks about one aspect of an
 * image, or stops once it has heard enough.
 */
public final class Student {

  private static final double OPENER_WORTH = 1.5;
  private static final double LOST_PER_OPENER = 0.25;
  private static final double FIRST_QUESTION_BONUS = 3;
  private static final String STOP = "STOP";

  /** The confidence at which a student stops, and how far apart students are in this. */
  private static final int ENOUGH = 70;

  private static final int SPREAD = 40;

  private final Chance chance;
  private final double temperature;

  public Student(Chance chance, double temperature) {
    this.chance = chance;
    this.temperature = temperature;
  }

  private record Candidate(String question, double worth) {}

  /** In the form that the job wants. */
  public String ask(AskQuestion job) {
    QuestionForm form = job.form();
    List<String> questions = questions(job, form.count());
    if (form.count() > 1) {
      return numbered(questions);
    }
    boolean stops = form.mayStop() && hasHeardEnough(job);
    String question = stops ? STOP : questions.getFirst();
    return form.labels().isEmpty()
        ? question
        : form.labels().stream()
            .map(label -> line(label, question, Learned.before(job)))
            .collect(Collectors.joining("\n"));
  }

  private static String numbered(List<String> questions) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> i + 1 + ". " + questions.get(i))
        .collect(Collectors.joining("\n"));
  }

  private static String line(Label label, String question, Learned learned) {
    return switch (label) {
      case KNOWN -> "KNOWN: " + learned.known();
      case MISSING -> "MISSING: " + learned.missing();
      case CONFIDENCE -> "CONFIDENCE: " + learned.confidence();
      case QUESTION -> question.equals(STOP) ? STOP : "QUESTION: " + question;
    };
  }

  /** Above temperature 0 students are content with more or less. */
  private boolean hasHeardEnough(AskQuestion job) {
    double spread = temperature == 0 ? 0 : SPREAD * (chance.draw(STOP, turn(job)) - 0.5);
    return Learned.before(job).confidence() >= ENOUGH + spread;
  }

  /** Different ones that were not asked yet, best first. */
  private List<String> questions(AskQuestion job, int count) {
    Set<String> asked = new HashSet<>(job.asked().stream().map(String::strip).toList());
    List<String> questions =
        new ArrayList<>(
            candidates(job)
                .filter(candidate -> !asked.contains(candidate.question()))
                .sorted(Comparator.comparingDouble(candidate -> -sampled(candidate, turn(job))))
                .map(Candidate::question)
                .distinct()
                .limit(count)
                .toList());
    while (questions.size() < count) {
      asked.addAll(questions);
      questions.add(another(asked));
    }
    return questions;
  }

  private static Stream<Candidate> candidates(AskQuestion job) {
    return job.form().aspects().isEmpty()
        ? Stream.concat(openers(job), followUps(job))
        : job.form().aspects().stream().sorted().map(Sights::questions).flatMap(Student::inOrder);
  }

  private static Stream<Candidate> inOrder(List<String> questions) {
    return IntStream.range(0, questions.size())
        .mapToObj(i -> new Candidate(questions.get(i), -LOST_PER_OPENER * i));
  }

  private static String turn(AskQuestion job) {
    return String.valueOf(job.asked().size());
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
