package dev.interact.orchestrator.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.CallSpecs.Given;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Cell;
import dev.interact.study.Concept;
import dev.interact.study.Condition;
import dev.interact.study.Draw;
import dev.interact.study.Matrix;
import dev.interact.study.QuizMode;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import dev.interact.study.strategy.Plain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallSpecsTest {
  private static final PromptSet PROMPTS = Prompts.load(Optional.empty()).forDomain("news");
  private static final String HUMANS = "seeds: [1, 2]";
  private static final Step QUIZ = new Step.Sit(0, 0, 0, 0);

  private static Concept concept(String id, String context) {
    return new Concept(
        id,
        "news",
        "title",
        context,
        null,
        List.of(new Concept.QuizItem("e1", null, "Who?", List.of("a", "b"), 0, Map.of())),
        null,
        null,
        Map.of());
  }

  private static StudyFile study(String more) {
    return StudyFiles.read(
        "name: s\nconcepts: [c]\nconditions: [dynamic]\nstudents: [m]\nteachers: [m]\n" + more,
        "s");
  }

  private static DialogueRow dialogue(Concept concept, Condition condition, Long seed) {
    Cell cell =
        new Cell(
            condition,
            "m",
            condition.hasDialogue() ? "m" : null,
            condition.hasLesson() ? "m" : null,
            QuizMode.SHEET,
            Draw.of(seed),
            condition.hasDialogue() ? new Plain() : null,
            condition.hasDialogue() ? Style.FULL : null,
            null);
    return DialogueRow.planned("study", study(""), concept, concept.hash(), List.of(cell))
        .getFirst();
  }

  private static CallSpec spec(
      String more, Concept concept, Condition condition, Long seed, Step step) {
    return specs("", more, concept)
        .of(
            dialogue(concept, condition, seed),
            step,
            step instanceof Step.Answer ? new Given("question", null, null) : Given.NOTHING);
  }

  private static CallSpecs specs(String namespace, String more, Concept concept) {
    return new CallSpecs(
        namespace,
        alias -> alias + "-model",
        study(more),
        PROMPTS,
        new Library.Shelf(concept, ShownQuiz.of(concept, 0)));
  }

  private final Concept concept = concept("c", "The context.");

  @Test
  void closed_book_and_turn_0_of_every_seed_are_one_call() {
    String closedBook = spec("", concept, Condition.CLOSED_BOOK, null, QUIZ).key();

    assertThat(spec("", concept, Condition.DYNAMIC, 1L, QUIZ).key()).isEqualTo(closedBook);
    assertThat(spec("", concept, Condition.DYNAMIC, 2L, QUIZ).key()).isEqualTo(closedBook);
  }

  @Test
  void what_a_person_is_asked_is_shared_by_no_two_dialogues() {
    List<String> keys =
        Stream.of("one study", "another")
            .flatMap(study -> Stream.of(1L, 2L).map(seed -> humans(study, seed)))
            .flatMap(
                row ->
                    Stream.of(QUIZ, new Step.Ask(1, 0))
                        .map(step -> specs("", HUMANS, concept).of(row, step, Given.NOTHING).key()))
            .toList();

    assertThat(keys).hasSize(8).doesNotHaveDuplicates();
  }

  private DialogueRow humans(String study, long seed) {
    Cell cell =
        new Cell(
            Condition.DYNAMIC,
            "human",
            "m",
            null,
            QuizMode.SHEET,
            Draw.of(seed),
            new Plain(),
            Style.FULL,
            null);
    return DialogueRow.planned(study, study(HUMANS), concept, concept.hash(), List.of(cell))
        .getFirst();
  }

  @Test
  void a_sampled_quiz_is_drawn_for_each_seed() {
    String sampled = "temperature: {quiz: 1}";
    assertThat(spec(sampled, concept, Condition.DYNAMIC, 1L, QUIZ).key())
        .isNotEqualTo(spec(sampled, concept, Condition.DYNAMIC, 2L, QUIZ).key());
  }

  @Test
  void a_lesson_is_written_once_for_a_concept_and_author() {
    Step lesson = new Step.WriteLesson();
    CallSpec one = spec("", concept, Condition.STATIC_LESSON, null, lesson);

    assertThat(spec("", concept, Condition.DYNAMIC_WITH_LESSON, 7L, lesson)).isEqualTo(one);
    assertThat(spec("temperature: {lesson: 1}", concept, Condition.STATIC_LESSON, 1L, lesson))
        .isEqualTo(
            spec("temperature: {lesson: 1}", concept, Condition.DYNAMIC_WITH_LESSON, 2L, lesson))
        .isNotEqualTo(one);
  }

  @Test
  void questions_differ_by_seed_turn_and_concept_and_so_do_their_seeds_on_the_wire() {
    List<CallSpec> calls =
        List.of(
            spec("", concept, Condition.DYNAMIC, 1L, new Step.Ask(1, 0)),
            spec("", concept, Condition.DYNAMIC, 2L, new Step.Ask(1, 0)),
            spec("", concept, Condition.DYNAMIC, 1L, new Step.Ask(2, 0)),
            spec("", concept("d", "The context."), Condition.DYNAMIC, 1L, new Step.Ask(1, 0)),
            spec("", concept, Condition.DYNAMIC, 1L, new Step.Answer(1, 0)));

    assertThat(calls).extracting(CallSpec::key).doesNotHaveDuplicates();
    assertThat(calls).extracting(call -> call.sampling().seed()).doesNotHaveDuplicates();
  }

  @Test
  void yoked_questions_are_answered_anew_for_each_student_who_takes_them_over() {
    StudyFile study =
        StudyFiles.read(
            """
            name: s
            concepts: [c]
            conditions: [dynamic]
            students: [m, n, o]
            teachers: [m]
            forks: [{kind: yoked, from: [m]}]
            """,
            "s");

    List<String> keys =
        DialogueRow.planned("study", study, concept, concept.hash(), Matrix.cells(study)).stream()
            .filter(row -> row.seed == 1 && (row.fork != null || row.student.equals("m")))
            .map(
                row ->
                    specs("", "", concept)
                        .of(row, new Step.Answer(1, 0), new Given("q", null, null)))
            .map(CallSpec::key)
            .toList();

    assertThat(keys).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void the_context_is_part_of_what_the_teacher_is_asked_and_of_nothing_else() {
    Concept other = concept("c", "Another context.");

    assertThat(spec("", other, Condition.DYNAMIC, 1L, new Step.Answer(1, 0)).key())
        .isNotEqualTo(spec("", concept, Condition.DYNAMIC, 1L, new Step.Answer(1, 0)).key());
    assertThat(spec("", other, Condition.DYNAMIC, 1L, new Step.Ask(1, 0)))
        .isEqualTo(spec("", concept, Condition.DYNAMIC, 1L, new Step.Ask(1, 0)));
    assertThat(spec("", other, Condition.CLOSED_BOOK, null, QUIZ))
        .isEqualTo(spec("", concept, Condition.CLOSED_BOOK, null, QUIZ));
    assertThat(spec("", other, Condition.FULL_CONTEXT, null, QUIZ).key())
        .isNotEqualTo(spec("", concept, Condition.FULL_CONTEXT, null, QUIZ).key());
  }

  @Test
  void what_was_said_before_is_part_of_the_call() {
    DialogueRow started = dialogue(concept, Condition.DYNAMIC, 1L);
    started.transcript = "turn one";
    CallSpecs specs = specs("", "", concept);

    assertThat(specs.of(started, new Step.Ask(2, 0), Given.NOTHING).key())
        .isNotEqualTo(spec("", concept, Condition.DYNAMIC, 1L, new Step.Ask(2, 0)).key());
  }

  @Test
  void a_sheet_asked_again_is_another_call_whatever_the_dialogue_has_learned_since() {
    DialogueRow then = dialogue(concept, Condition.DYNAMIC, 1L);
    DialogueRow later = dialogue(concept, Condition.DYNAMIC, 1L);
    later.transcript = "turn one";
    Step again = new Step.Sit(0, 0, 0, 1);
    CallSpecs specs = specs("", "", concept);

    CallSpec call = specs.of(then, again, new Given(null, null, "first draw"));
    assertThat(specs.of(later, again, new Given(null, null, "first draw"))).isEqualTo(call);
    assertThat(specs.of(then, again, new Given(null, null, "another first draw")).key())
        .isNotEqualTo(call.key());
    assertThat(call.sampling().seed())
        .isNotEqualTo(specs.of(then, QUIZ, Given.NOTHING).sampling().seed());
  }

  @Test
  void namespaces_share_no_call() {
    DialogueRow dialogue = dialogue(concept, Condition.CLOSED_BOOK, null);
    assertThat(specs("fresh", "", concept).of(dialogue, QUIZ, Given.NOTHING).key())
        .isNotEqualTo(specs("", "", concept).of(dialogue, QUIZ, Given.NOTHING).key());
  }

  @Test
  void a_call_says_which_draw_it_is() {
    assertThat(spec("", concept, Condition.DYNAMIC, 7L, new Step.Ask(1, 0)).draw())
        .isEqualTo(new dev.interact.orchestrator.ledger.Draw(7L, 0, 0))
        .hasToString("7/0/0");
    assertThat(spec("", concept, Condition.DYNAMIC, 7L, new Step.Sit(0, 0, 0, 2)).draw())
        .as("a quiz at temperature 0 knows no repeat")
        .hasToString("-/0/2");
    assertThat(
            spec("temperature: {quiz: 1}", concept, Condition.DYNAMIC, 7L, new Step.Sit(1, 0, 0, 2))
                .draw())
        .hasToString("7/0/2");
    assertThat(
            spec(
                    "temperature: {dialogue: 0}",
                    concept,
                    Condition.DYNAMIC,
                    7L,
                    new Step.Answer(1, 0))
                .draw())
        .hasToString("-/0/0");
    assertThat(spec("", concept, Condition.STATIC_LESSON, 7L, new Step.WriteLesson()).draw())
        .hasToString("-/0/0");
  }

  @Test
  void a_draw_is_part_of_the_key_whatever_its_seed_on_the_wire() {
    CallSpec first = spec("", concept, Condition.DYNAMIC, 12_177L, new Step.Ask(1, 0));
    CallSpec second = spec("", concept, Condition.DYNAMIC, 76_601L, new Step.Ask(1, 0));

    assertThat(first.sampling()).as("by chance").isEqualTo(second.sampling());
    assertThat(first.key()).isNotEqualTo(second.key());
  }
}
