package dev.interact.orchestrator.seat;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interact.contracts.Hash;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.StudyRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a person's dialogue stands.
 *
 * @param asked all that the person was asked, in the order in which it is to be answered
 */
record Situation(Stand stand, List<StepRow.Asked> asked) {

  /** What a person is to do. */
  enum Wanted {
    @JsonProperty("ask")
    ASK,
    @JsonProperty("sheet")
    SHEET,
    @JsonProperty("wait")
    WAIT,
    @JsonProperty("done")
    DONE;
  }

  /** What a person waits for. */
  enum Delay {
    /** The dialogue to begin. */
    @JsonProperty("beginning")
    BEGINNING,
    @JsonProperty("lesson")
    LESSON,
    @JsonProperty("teacher")
    TEACHER,
    /** The quiz that was sat to be taken in. */
    @JsonProperty("quiz")
    QUIZ,
    /** The study, which is paused. */
    @JsonProperty("pause")
    PAUSE,
    /** Nothing more, unless somebody puts right what failed or was cancelled. */
    @JsonProperty("end")
    END;
  }

  /** How far a dialogue is, and whether its study runs. */
  record Stand(String dialogue, DialogueRow.Stage stage, StudyRow.State study) {}

  /** The situation of a dialogue. To be called within a transaction. */
  static Situation of(String dialogue) {
    return of(List.of(dialogue)).get(dialogue);
  }

  /** The situations of some dialogues, by id. To be called within a transaction. */
  static Map<String, Situation> of(List<String> dialogues) {
    Map<String, List<StepRow.Asked>> asked =
        StepRow.ofPeople(dialogues).stream()
            .collect(Collectors.groupingBy(one -> one.step().dialogue));
    return DialogueRow.find(
            """
            select d.id, d.stage, y.state from DialogueRow d join StudyRow y on y.id = d.study
            where d.id in ?1
            """,
            dialogues)
        .project(Stand.class)
        .stream()
        .collect(
            Collectors.toMap(
                Stand::dialogue,
                stand -> new Situation(stand, asked.getOrDefault(stand.dialogue(), List.of()))));
  }

  /** Changes with everything that a person is shown. */
  String version() {
    return Hash.id(
        stand,
        asked.stream()
            .map(one -> name(one.step()) + one.step().open + one.status())
            .collect(Collectors.joining(",")));
  }

  /** What a step is called, once in a dialogue. */
  static String name(StepRow step) {
    return step.kind == StepRow.Kind.ASK
        ? "ask-" + step.turn
        : "sheet-%d-%d".formatted(step.turn, step.part);
  }

  /** The step of a name; empty where the person was never asked it. */
  Optional<StepRow> step(String name) {
    return asked.stream().map(StepRow.Asked::step).filter(s -> name(s).equals(name)).findFirst();
  }

  /** The step that is to be answered now; empty where there is none. */
  Optional<StepRow> next() {
    return stand.study() == StudyRow.State.RUNNING
        ? asked.stream()
            .filter(one -> one.step().open && one.status() == CallRow.Status.READY)
            .map(StepRow.Asked::step)
            .findFirst()
        : Optional.empty();
  }

  /** The last thing that the person was asked; empty where that was nothing. */
  Optional<StepRow> last() {
    return asked.isEmpty() ? Optional.empty() : Optional.of(asked.getLast().step());
  }

  Wanted wanted() {
    if (stand.stage() == DialogueRow.Stage.FINISHED) {
      return Wanted.DONE;
    }
    return next()
        .map(step -> step.kind == StepRow.Kind.ASK ? Wanted.ASK : Wanted.SHEET)
        .orElse(Wanted.WAIT);
  }

  /** What is waited for, where something is. */
  Delay delay() {
    if (stand.study() == StudyRow.State.CANCELLED || stand.stage() == DialogueRow.Stage.FAILED) {
      return Delay.END;
    }
    if (stand.study() == StudyRow.State.PAUSED) {
      return Delay.PAUSE;
    }
    return switch (stand.stage()) {
      case AWAITING_DONOR, PLANNED -> Delay.BEGINNING;
      case AWAITING_LESSON -> Delay.LESSON;
      case RUNNING, FINISHED, FAILED ->
          last().filter(step -> step.kind == StepRow.Kind.ASK).isPresent()
              ? Delay.TEACHER
              : Delay.QUIZ;
    };
  }
}
