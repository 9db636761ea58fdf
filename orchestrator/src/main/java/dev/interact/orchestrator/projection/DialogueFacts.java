package dev.interact.orchestrator.projection;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.Known.Done;
import dev.interact.orchestrator.projection.Known.Marked;
import dev.interact.orchestrator.projection.Known.Marks;
import dev.interact.orchestrator.projection.Known.Sheet;
import dev.interact.orchestrator.projection.LiveStudy.Stamp;
import java.util.Map;
import java.util.TreeMap;

/** What is told of dialogues. */
record DialogueFacts(LiveDialogues dialogues, LiveTotals totals) {
  private static final String SIT = "sit";

  void apply(LiveDialogue dialogue, Fact.OfDialogue fact, Stamp stamp) {
    switch (fact) {
      case Fact.DialogueStarted started -> start(dialogue, stamp);
      case Fact.DialogueFinished over -> dialogues.move(dialogue, Stage.FINISHED, stamp.id());
      case Fact.DialogueFailed over -> dialogues.move(dialogue, Stage.FAILED, stamp.id());
      case Fact.DialogueTakenUp again -> dialogues.move(dialogue, dialogue.again(), stamp.id());
      case Fact.LessonGiven lesson -> {
        did(dialogue, new Done("lesson", 0, 0, 0, 0), stamp);
        dialogue.waitFor(LiveDialogues.after(dialogue.known, 0), stamp.id());
      }
      case Fact.QuestionAsked asked -> {
        did(dialogue, new Done("question", asked.turn(), asked.candidate(), 0, 0), stamp);
        dialogue.waitFor(new Doing(asked.turn(), Doing.ANSWER), stamp.id());
      }
      case Fact.QuestionAnswered answered -> {
        did(dialogue, new Done("answer", answered.turn(), answered.candidate(), 0, 0), stamp);
        dialogue.waitFor(LiveDialogues.after(dialogue.known, answered.turn()), stamp.id());
      }
      case Fact.QuizGraded graded -> grade(dialogue, graded, stamp);
    }
  }

  private void start(LiveDialogue dialogue, Stamp stamp) {
    dialogues.move(dialogue, Stage.RUNNING, stamp.id());
    dialogue.waitFor(LiveDialogues.first(dialogue.known), stamp.id());
  }

  private void grade(LiveDialogue dialogue, Fact.QuizGraded graded, Stamp stamp) {
    Done step =
        new Done(graded.kind(), graded.turn(), graded.candidate(), graded.part(), graded.sample());
    did(dialogue, step, stamp);
    if (graded.kind().equals(SIT) && dialogue.known.told()) {
      Map<String, Marks> levels = new TreeMap<>();
      graded
          .levels()
          .forEach(
              (level, marks) ->
                  levels.put(level, new Marks(marks.items(), marks.right(), marks.unread())));
      Sheet sheet = new Sheet(graded.turn(), graded.part(), graded.sample());
      dialogue.mark(new Marked(sheet, levels));
    }
  }

  private void did(LiveDialogue dialogue, Done step, Stamp stamp) {
    if (dialogues.did(dialogue, step)) {
      totals.did(1, stamp.time());
    }
  }
}
