package dev.interact.orchestrator.progress;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.dialogue.Plan;
import dev.interact.orchestrator.dialogue.Step;
import java.util.Locale;
import java.util.SortedMap;

/** What a dialogue does, as it is told. */
final class Facts {
  private Facts() {}

  static Fact started(DialogueRow dialogue) {
    return new Fact.DialogueStarted(
        dialogue.study, dialogue.id, dialogue.arm, dialogue.conceptId, dialogue.domain);
  }

  /** The end of a dialogue that is over. */
  static Fact over(DialogueRow dialogue, Plan plan) {
    return dialogue.stage == DialogueRow.Stage.FINISHED
        ? new Fact.DialogueFinished(dialogue.study, dialogue.id, plan.turns())
        : failed(dialogue);
  }

  static Fact failed(DialogueRow dialogue) {
    return new Fact.DialogueFailed(dialogue.study, dialogue.id);
  }

  static Fact takenUp(DialogueRow dialogue) {
    return new Fact.DialogueTakenUp(dialogue.study, dialogue.id);
  }

  static Fact lesson(DialogueRow dialogue) {
    return new Fact.LessonGiven(dialogue.study, dialogue.id);
  }

  static Fact asked(DialogueRow dialogue, Step.Ask ask) {
    return new Fact.QuestionAsked(dialogue.study, dialogue.id, ask.turn(), ask.candidate());
  }

  static Fact answered(DialogueRow dialogue, Step.Answer answer) {
    return new Fact.QuestionAnswered(
        dialogue.study, dialogue.id, answer.turn(), answer.candidate());
  }

  static Fact graded(DialogueRow dialogue, Step.Sheet sheet, SortedMap<String, Fact.Marks> levels) {
    return new Fact.QuizGraded(
        dialogue.study,
        dialogue.id,
        StepRow.kind(sheet).name().toLowerCase(Locale.ROOT),
        sheet.turn(),
        sheet instanceof Step.Trial trial ? trial.candidate() : 0,
        sheet.part(),
        sheet instanceof Step.Sit sit ? sit.sample() : 0,
        levels);
  }
}
