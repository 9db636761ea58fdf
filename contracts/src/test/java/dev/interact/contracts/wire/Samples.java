package dev.interact.contracts.wire;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.Example;
import dev.interact.contracts.Exchange;
import dev.interact.contracts.Head;
import dev.interact.contracts.Origin;
import dev.interact.contracts.Role;
import dev.interact.contracts.Sampling;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.contracts.event.Fact.Marks;
import dev.interact.contracts.event.Fact.Sum;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradeSheets;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.contracts.reply.Usage;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.student.StudentRequest.AskQuestion;
import dev.interact.contracts.student.StudentRequest.SitQuiz;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest.AnswerQuestion;
import dev.interact.contracts.teacher.TeacherRequest.JudgeItems;
import dev.interact.contracts.teacher.TeacherRequest.SitQuizWithContext;
import dev.interact.contracts.teacher.TeacherRequest.WriteLesson;
import dev.interact.contracts.teacher.TeacherRequest.WriteQuiz;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Messages of every type, with all that they can hold and with the least of it. */
public final class Samples {
  private static final Sampling SAMPLING = new Sampling(0.7, 10, 3);
  private static final Head HEAD =
      new Head("a", "c", "d", "w", "m", SAMPLING, new Origin("study", 2, "answer"), true);
  private static final Head LEAST_HEAD = new Head("a", "c", "d", "w", "m", SAMPLING);
  private static final List<Example> EXAMPLES = List.of(new Example("u", "a"));
  private static final StudentPrompt STUDENT = new StudentPrompt("s", "g", "q", EXAMPLES);
  private static final StudentPrompt LEAST_STUDENT = new StudentPrompt("s", "g", "q", List.of());
  private static final TeacherPrompt TEACHER = new TeacherPrompt("s", "t", EXAMPLES);
  private static final TeacherPrompt LEAST_TEACHER = new TeacherPrompt("s", null, List.of());
  private static final Material TEXT = Material.of("t");
  private static final Material IMAGE =
      new Material(null, "image/png", new byte[] {0, -1, 127, -128});
  private static final Sheet SHEET =
      new Sheet(List.of(new Sheet.Item("e1", "Wer? 漢 \u2028", List.of("x", "y"))));
  private static final List<Exchange> TURNS = List.of(new Exchange("q", "a"));
  private static final List<Integer> KEY = List.of(1);
  private static final Usage USAGE = new Usage(1, 2);
  private static final Sum SUM = new Sum(new BigDecimal("1.5"), 2, 3);
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

  private Samples() {}

  /** All of them. */
  public static Stream<Object> all() {
    return Stream.of(teacher(), student(), quiz(), replies(), presence(), letters(), events())
        .flatMap(some -> some);
  }

  private static Stream<Object> teacher() {
    return Stream.of(
        new AnswerQuestion(HEAD, TEACHER, IMAGE, TURNS, "q"),
        new AnswerQuestion(LEAST_HEAD, LEAST_TEACHER, TEXT, List.of(), "q"),
        new WriteLesson(HEAD, TEACHER, IMAGE),
        new WriteLesson(LEAST_HEAD, LEAST_TEACHER, TEXT),
        new SitQuizWithContext(HEAD, TEACHER, IMAGE, SHEET, "e"),
        new SitQuizWithContext(LEAST_HEAD, LEAST_TEACHER, TEXT, SHEET, null),
        new WriteQuiz(HEAD, TEACHER, IMAGE, order(List.of("a"), List.of("p"))),
        new WriteQuiz(LEAST_HEAD, LEAST_TEACHER, TEXT, order(List.of(), List.of())),
        new JudgeItems(HEAD, TEACHER, IMAGE, SHEET, KEY, "e"),
        new JudgeItems(LEAST_HEAD, LEAST_TEACHER, TEXT, SHEET, KEY, null));
  }

  private static QuizOrder order(List<String> asked, List<String> problems) {
    return new QuizOrder(List.of(new QuizOrder.OfLevel("easy", 1)), 4, asked, problems);
  }

  private static Stream<Object> student() {
    return Stream.of(
        new AskQuestion(HEAD, STUDENT, "l", TURNS, "i"),
        new AskQuestion(LEAST_HEAD, LEAST_STUDENT, null, List.of(), null),
        new SitQuiz(HEAD, STUDENT, "l", TURNS, "h", SHEET, "e"),
        new SitQuiz(LEAST_HEAD, LEAST_STUDENT, null, List.of(), null, SHEET, null));
  }

  private static Stream<Object> quiz() {
    return Stream.of(
        new GradeSheets("b", "w", List.of(new AnsweredSheet("c", SHEET, KEY, "1. B"))),
        new GradeSheets("b", "w", List.of()));
  }

  private static Stream<Object> replies() {
    return Stream.of(
        modelled(new Outcome.Completed("t", true, USAGE, "f")).followedBy("n"),
        modelled(new Outcome.Completed("t", false, null, null)),
        modelled(new Outcome.RateLimited(7L, "r")),
        modelled(new Outcome.RateLimited(null, "r")),
        modelled(new Outcome.Transient("r", USAGE, "<html>")),
        modelled(new Outcome.Transient("r", null, null)),
        modelled(new Outcome.Rejected("r", USAGE, "<html>")),
        modelled(new Outcome.Rejected("r", null, null)),
        new Reply.HandedBack("w", "a"),
        new Reply.Graded("w", "b", List.of(graded(1, true, "e"), graded(null, false, null))));
  }

  private static Reply.Modelled modelled(Outcome outcome) {
    return new Reply.Modelled("w", "a", "c", 12, outcome);
  }

  private static GradedSheet graded(Integer choice, boolean correct, String formatError) {
    return new GradedSheet("c", List.of(new Mark("e1", choice, correct)), formatError, "v");
  }

  private static Stream<Object> presence() {
    return Stream.concat(
        Stream.of(Role.values())
            .flatMap(
                role ->
                    Stream.of(
                        new Heartbeat.OfWorker(
                            "w",
                            role,
                            "p",
                            3,
                            List.of("a"),
                            List.of(1),
                            List.of("n"),
                            Map.of("m", "why"),
                            true,
                            List.of("a")),
                        new Heartbeat.OfWorker(
                            "w", role, "p", 3, List.of(), List.of(), List.of(), Map.of(), false,
                            null))),
        Stream.of(new Heartbeat.OfOrchestrator("o")));
  }

  private static Stream<Object> letters() {
    return Stream.of(new DeadLetter("t", 1, 1L << 40, "não", "w", TIME));
  }

  private static Stream<Object> events() {
    return facts().map(fact -> Event.of("0000000000000007-000001", TIME, fact));
  }

  private static Stream<Fact> facts() {
    return Stream.of(
        new Fact.StudyPlanned("s", "n", "study", "o", 1, 2),
        new Fact.StudyStarted("s"),
        new Fact.StudyPaused("s", true),
        new Fact.StudyResumed("s"),
        new Fact.StudyCancelled("s"),
        new Fact.StudyFinished("s", 1, 2),
        new Fact.DialogueStarted("s", "d", "arm", "c", "domain"),
        new Fact.DialogueFinished("s", "d", 5),
        new Fact.DialogueFailed("s", "d"),
        new Fact.DialogueTakenUp("s", "d"),
        new Fact.LessonGiven("s", "d"),
        new Fact.QuestionAsked("s", "d", 1, 2),
        new Fact.QuestionAnswered("s", "d", 1, 2),
        new Fact.QuizGraded("s", "d", "sit", 2, 0, 1, 0, levels("easy")),
        new Fact.QuizGraded("s", "d", "trial", 2, 3, 1, 4, levels(Marks.NO_LEVEL)),
        new Fact.ConceptStarted("s", "p", "c", "domain"),
        new Fact.ConceptPrepared("s", "p"),
        new Fact.ConceptFailed("s", "p"),
        new Fact.ConceptTakenUp("s", "p"),
        new Fact.CallRetried("s", "c", "a", "m", "lost", 1, 2),
        new Fact.CallFailed("s", "c", "m"),
        new Fact.BudgetReserved("s", SUM, SUM),
        new Fact.BudgetSettled("s", SUM, SUM, 4, 5),
        new Fact.BudgetReached("s", "owner"),
        new Fact.BudgetChanged("s", null, new BigDecimal("1.5"), 2L, 3L),
        new Fact.BudgetChanged(null, "o", null, null, null),
        new Fact.LimitChanged("m", 1, 2L, 3L),
        new Fact.LimitChanged("m", 1, null, null),
        new Fact.DeadLetterNoticed("l", "t", "r"),
        new Fact.DeadLetterResent("l"),
        new Fact.DeadLetterDropped("l"));
  }

  private static TreeMap<String, Marks> levels(String level) {
    return new TreeMap<>(Map.of(level, new Marks(3, 2, 1)));
  }
}
