package dev.interact.orchestrator.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Concept;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkTest {
  private static final Concept CONCEPT =
      new Concept(
          "c",
          "news",
          "title",
          "The context.",
          null,
          List.of(new Concept.QuizItem("e1", null, "Who?", List.of("a", "b"), 0, Map.of())),
          null,
          null,
          Map.of());
  private static final Submission STUDY = study("[closed-book, dynamic-with-lesson]", 2);

  private final Map<String, CallRow> ledger = new HashMap<>();
  private final List<Integer> lookedUp = new ArrayList<>();

  private static Submission study(String conditions, int turns) {
    StudyFile file =
        StudyFiles.read(
            "name: s\nconcepts: [c]\nconditions: %s\nturns: %d\nstudents: [m]\nteachers: [t]\n"
                .formatted(conditions, turns),
            "s");
    PromptSet prompts = Prompts.load(Optional.empty()).forDomain("news");
    return new Submission(
        "", file, List.of(CONCEPT.hash()), Map.of(PromptSet.GENERAL, prompts), "");
  }

  private List<CallRow> find(Collection<String> keys) {
    lookedUp.add(keys.size());
    return keys.stream().map(ledger::get).filter(Objects::nonNull).toList();
  }

  private List<Walked> walk(Submission study, Walk.Gap gap) {
    StudyCalls calls =
        new StudyCalls(
            study,
            hash -> new Library.Shelf(CONCEPT, ShownQuiz.of(CONCEPT, 0)),
            (dialogue, alias) -> alias + "-id");
    return new Walk(calls, this::find, gap)
        .over(
            DialogueRow.planned(
                "study", study.study(), CONCEPT, CONCEPT.hash(), Matrix.cells(study.study())));
  }

  /** Answers whatever a study wants, until it wants nothing more. */
  private void answerAll(Submission study) {
    walk(study, Walk.Gap.IS_FILLED).stream()
        .flatMap(walked -> walked.legs().stream())
        .forEach(leg -> ledger.computeIfAbsent(leg.spec().key(), key -> answered(leg.spec())));
    lookedUp.clear();
  }

  private static CallRow answered(CallSpec spec) {
    CallRow call = new CallRow(spec, 0);
    call.status = CallRow.Status.DONE;
    call.reply = "Something.";
    return call;
  }

  @Test
  void a_recorded_study_is_walked_to_its_end_a_round_of_all_dialogues_at_a_time() {
    answerAll(STUDY);

    List<Walked> walked = walk(STUDY, Walk.Gap.STOPS);

    assertThat(walked).extracting(each -> each.dialogue().stage).containsOnly(Stage.FINISHED);
    assertThat(walked.get(0).legs()).hasSize(1);
    assertThat(walked.get(1).legs()).hasSize(1 + 2 * 2 + 3);
    assertThat(walked.get(1).turns()).hasSize(2);
    assertThat(walked.get(1).dialogue().lesson)
        .isEqualTo(walked.get(1).legs().getFirst().spec().key());
    assertThat(lookedUp)
        .as("lesson and quiz; then the chain of turns")
        .containsExactly(2, 2, 1, 2, 1, 1);
  }

  @Test
  void a_sheet_that_waits_for_its_grade_is_paid_and_not_answered() {
    answerAll(STUDY);
    ledger.values().forEach(call -> call.status = CallRow.Status.ANSWERED);

    assertThat(walk(STUDY, Walk.Gap.IS_FILLED).getFirst().legs())
        .singleElement()
        .matches(Walked.Leg::isPaid)
        .matches(leg -> !leg.isAnswered());
  }

  @Test
  void without_any_record_a_walk_stops_at_once_or_goes_on_as_if() {
    assertThat(walk(STUDY, Walk.Gap.STOPS))
        .allSatisfy(
            walked -> {
              assertThat(walked.legs()).hasSize(1).noneMatch(Walked.Leg::isAnswered);
              assertThat(walked.dialogue().stage).isNotEqualTo(Stage.FINISHED);
            });
    assertThat(walk(STUDY, Walk.Gap.IS_FILLED))
        .extracting(walked -> walked.dialogue().stage)
        .containsOnly(Stage.FINISHED);
  }

  @Test
  void what_is_filled_in_has_the_keys_that_it_will_have() {
    List<String> foreseen = keys(walk(STUDY, Walk.Gap.IS_FILLED));
    answerAll(STUDY);

    assertThat(keys(walk(STUDY, Walk.Gap.STOPS))).isEqualTo(foreseen);
  }

  @Test
  void a_longer_study_shares_what_a_shorter_one_has() {
    answerAll(STUDY);

    List<Walked> walked = walk(study("[closed-book, dynamic-with-lesson]", 3), Walk.Gap.IS_FILLED);

    assertThat(walked.stream().flatMap(each -> each.legs().stream()))
        .filteredOn(leg -> !leg.isAnswered())
        .hasSize(3);
  }

  @Test
  void a_failed_call_ends_a_dialogue_after_all_that_could_be_done_beside_it() {
    answerAll(STUDY);
    Walked.Leg quiz =
        walk(STUDY, Walk.Gap.STOPS).get(1).legs().stream()
            .filter(leg -> leg.step().kind == StepRow.Kind.SIT && leg.step().turn == 0)
            .findFirst()
            .orElseThrow();
    quiz.call().status = CallRow.Status.FAILED;
    quiz.call().reason = "Refused.";

    Walked walked = walk(STUDY, Walk.Gap.STOPS).get(1);

    assertThat(walked.dialogue().stage).isEqualTo(Stage.FAILED);
    assertThat(walked.dialogue().reason).isEqualTo("Refused.");
    assertThat(walked.legs()).hasSize(1 + 2 * 2 + 3);
  }

  @Test
  void a_sheet_that_could_not_be_read_is_asked_again() {
    answerAll(STUDY);
    walk(STUDY, Walk.Gap.STOPS).getFirst().legs().getFirst().call().formatError = "No letters.";

    Walked walked = walk(STUDY, Walk.Gap.STOPS).getFirst();

    assertThat(walked.legs()).extracting(leg -> leg.step().draw).containsExactly(0, 1);
    assertThat(walked.legs().get(1).step().formatError).isEqualTo("No letters.");
    assertThat(walked.legs().get(1).isAnswered()).isFalse();
  }

  private static List<String> keys(List<Walked> walks) {
    return walks.stream()
        .flatMap(walked -> walked.legs().stream())
        .map(leg -> leg.spec().key())
        .toList();
  }
}
