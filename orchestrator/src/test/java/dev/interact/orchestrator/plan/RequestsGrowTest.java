package dev.interact.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.interact.chat.Template;
import dev.interact.chat.student.StudentChat;
import dev.interact.chat.teacher.TeacherChat;
import dev.interact.contracts.Role;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.orchestrator.plan.Rehearsal.Made;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.study.Condition;
import dev.interact.study.Style;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.strategy.Strategy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a provider has read once it need not read again: a request is an earlier one of its dialogue
 * with more at its end. The exceptions have names here.
 */
class RequestsGrowTest {
  private static final String EXPERIMENTS =
      """
      conditions: [closed-book, static-lesson, dynamic, dynamic-with-lesson, full-context]
      turns: 3
      seeds: [1, 2]
      students: [s, other]
      teachers: [t]
      temperature: {quiz: 0.7}
      draws: {sheet: 2}
      strategies: [plain, novelty, gap, ask-or-stop, outcome, visual]
      asking: {candidates: 2, min_turns: 1}
      forks:
        - {kind: borrowed-trace, framing: [own, observed]}
        - {kind: self-borrowed, framing: [own, observed]}
        - {kind: yoked}
        - {kind: prefix-swap, at: [1, 2]}
        - {kind: lecture}
        - {kind: concat}
        - {kind: fixed-questions, questions: ['What is it about?', 'Who is in it?']}
        - {kind: candidates, at: [2]}
      """;
  private static final String STYLES =
      """
      conditions: [dynamic, dynamic-with-lesson]
      turns: 3
      students: [s]
      teachers: [t]
      styles: [full, terse, no-answer, retrieval]
      retest: 1
      """;

  private static final String ROLE = "\u0001%s\u0002";
  private static final String IMAGE = "\u0003%s\u0004";

  /**
   * A request as a model reads it.
   *
   * @param kept what later requests begin with too
   * @param all with what is said this time alone: an instruction, a sheet, a task
   */
  private record Text(Made made, String kept, String all) {
    static Text of(Made made) {
      String all = flat(made);
      String last = last(made);
      assertThat(all).as("what is said this time is said last").endsWith(last);
      return new Text(made, all.substring(0, all.length() - last.length()), all);
    }

    /** Whether it holds one of several questions that are tried out. */
    boolean isTried() {
      return made.dialogue().trial > 0
          && (made.step().kind == StepRow.Kind.TRIAL || made.step().kind == StepRow.Kind.ANSWER);
    }

    boolean isTriedWith(Text other) {
      return isTried()
          && other.isTried()
          && made.step().turn == other.made.step().turn
          && made.step().candidate == other.made.step().candidate;
    }

    /** What it has in common with those that hold another question in the place of its last. */
    String beforeCandidate() {
      boolean isStudent = made.request() instanceof StudentRequest;
      String speaker = ROLE.formatted(isStudent ? Message.Role.ASSISTANT : Message.Role.USER);
      return isTried() ? kept.substring(0, kept.lastIndexOf(speaker)) : kept;
    }

    boolean hasPromptOf(Text other) {
      return prompt().equals(other.prompt());
    }

    private Object prompt() {
      return made.request() instanceof TeacherRequest teacher
          ? teacher.prompt().system()
          : Role.STUDENT;
    }
  }

  private static String flat(Made made) {
    List<Message> chat =
        made.request() instanceof StudentRequest student
            ? StudentChat.of(student)
            : TeacherChat.of((TeacherRequest) made.request());
    return chat.stream()
        .map(message -> ROLE.formatted(message.role()) + content(message))
        .collect(Collectors.joining());
  }

  private static String content(Message message) {
    return message.parts().stream()
        .map(
            part ->
                switch (part) {
                  case Part.Text(String text) -> text;
                  case Part.Image(String type, String base64) -> IMAGE.formatted(base64);
                })
        .collect(Collectors.joining());
  }

  /** What a request says that no later one does; it follows what they have in common. */
  private static String last(Made made) {
    return switch (made.request()) {
      case StudentRequest.AskQuestion ask ->
          ask.instruction() == null ? "" : "\n\n" + ask.instruction();
      case StudentRequest.SitQuiz sit ->
          "\n\n" + Template.fill(sit.prompt().quiz(), sit.sheet().variables(sit.formatError()));
      case TeacherRequest.AnswerQuestion answer -> "";
      case TeacherRequest.WriteLesson lesson -> Template.fill(lesson.prompt().task(), Map.of());
      case TeacherRequest.SitQuizWithContext sit ->
          Template.fill(sit.prompt().task(), sit.sheet().variables(sit.formatError()));
      default -> throw new IllegalArgumentException("no request of a dialogue: " + made);
    };
  }

  /** The requests of a dialogue that one model in one role reads. */
  private static Stream<List<Text>> readers(List<Made> dialogue) {
    return dialogue.stream()
        .map(Text::of)
        .collect(
            Collectors.groupingBy(
                text ->
                    List.of(
                        text.made().request() instanceof StudentRequest,
                        text.made().request().head().model())))
        .values()
        .stream();
  }

  @ParameterizedTest
  @CsvSource({"1, sheet, false", "2, item, false", "3, sheet, true"})
  void each_request_is_an_earlier_one_with_more_at_its_end(
      long seed, String quiz, boolean isImage) {
    List<List<Made>> dialogues =
        new Rehearsal(EXPERIMENTS + "quiz: {mode: %s}\n".formatted(quiz), isImage, seed).requests();

    assertCovered(dialogues);
    dialogues.stream().flatMap(RequestsGrowTest::readers).forEach(RequestsGrowTest::assertGrowing);
  }

  @ParameterizedTest
  @CsvSource({"4, false", "5, false", "6, true"})
  void so_it_is_whatever_the_teacher_s_style(long seed, boolean isImage) {
    List<List<Made>> dialogues = new Rehearsal(STYLES, isImage, seed).requests();

    assertThat(dialogues.stream().flatMap(List::stream).map(made -> made.dialogue().style))
        .contains(Style.values());
    dialogues.stream().flatMap(RequestsGrowTest::readers).forEach(RequestsGrowTest::assertGrowing);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8})
  void the_paper_s_questions_and_answers_have_no_exception(long seed) {
    String paper =
        "conditions: [dynamic]\nturns: 5\nseeds: [1, 2, 3]\nstudents: [s]\nteachers: [t]\n";

    for (List<Made> dialogue : new Rehearsal(paper, false, seed).requests()) {
      for (StepRow.Kind kind : List.of(StepRow.Kind.ASK, StepRow.Kind.ANSWER)) {
        List<String> requests =
            dialogue.stream()
                .filter(made -> made.step().kind == kind)
                .map(RequestsGrowTest::flat)
                .toList();
        assertThat(requests).hasSize(5);
        for (int turn = 1; turn < requests.size(); turn++) {
          assertThat(requests.get(turn)).startsWith(requests.get(turn - 1));
        }
      }
      assertThat(dialogue.stream().filter(made -> made.step().kind == StepRow.Kind.SIT))
          .allSatisfy(
              sit -> assertThat(flat(sit)).startsWith(questionAfter(dialogue, sit.step().turn)));
    }
  }

  /**
   * The question of the next turn; after the last turn that of the last, with all that it holds.
   */
  private static String questionAfter(List<Made> dialogue, int turn) {
    return dialogue.stream()
        .filter(made -> made.step().kind == StepRow.Kind.ASK)
        .filter(made -> made.step().turn == Math.min(turn + 1, 5))
        .map(RequestsGrowTest::flat)
        .findFirst()
        .orElseThrow();
  }

  private static void assertGrowing(List<Text> texts) {
    for (Text later : texts) {
      for (Text earlier : texts) {
        assertAlike(earlier, later);
      }
    }
  }

  private static void assertAlike(Text one, Text other) {
    if (isExcerpt(one) || isExcerpt(other)) {
      return; // The question chooses what is excerpted, and the material stands before the turns.
    }
    if (!one.hasPromptOf(other)) {
      assertThat(other.kept())
          .as("lessons and answers have the material in common")
          .startsWith(isOfText(one) ? upToMaterial(one.kept()) : "");
    } else if (one.isTriedWith(other)) {
      assertOneContinues(one.kept(), other.kept());
    } else {
      assertOneContinues(one.beforeCandidate(), other.beforeCandidate());
    }
    if (isAskedAgain(one, other)) {
      assertThat(other.all()).as("only what was wrong is new").startsWith(one.all());
    }
  }

  private static void assertOneContinues(String one, String other) {
    boolean isShorter = one.length() <= other.length();
    assertThat(isShorter ? other : one).startsWith(isShorter ? one : other);
  }

  /** The first draw of a sheet, and a later one of the same. */
  private static boolean isAskedAgain(Text first, Text again) {
    StepRow one = first.made().step();
    StepRow other = again.made().step();
    return one.draw == 0
        && other.draw > 0
        && one.kind == other.kind
        && one.turn == other.turn
        && one.candidate == other.candidate
        && one.part == other.part;
  }

  private static boolean isOfText(Text text) {
    return ((TeacherRequest) text.made().request()).material().text() != null;
  }

  private static boolean isExcerpt(Text text) {
    return text.made().request() instanceof TeacherRequest.AnswerQuestion
        && text.made().dialogue().style == Style.RETRIEVAL;
  }

  private static String upToMaterial(String chat) {
    return chat.substring(0, chat.indexOf("</material>"));
  }

  private static void assertCovered(Collection<List<Made>> dialogues) {
    List<Made> all = dialogues.stream().flatMap(List::stream).toList();
    assertThat(all).extracting(made -> made.dialogue().condition).contains(Condition.values());
    assertThat(all).extracting(made -> made.dialogue().fork).contains(ForkKind.values());
    Set<String> strategies = new TreeSet<>();
    all.forEach(made -> strategies.add(made.dialogue().strategy().label()));
    assertThat(strategies)
        .containsExactlyInAnyOrderElementsOf(Strategy.all().stream().map(Strategy::label).toList());
    assertThat(all).anyMatch(made -> made.step().draw > 1);
    assertThat(all).anyMatch(made -> made.step().kind == StepRow.Kind.TRIAL);
  }
}
