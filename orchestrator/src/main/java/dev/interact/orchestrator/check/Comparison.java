package dev.interact.orchestrator.check;

import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.orchestrator.progress.Walked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A replayed dialogue beside the recorded one. Where a call is missing, what would follow is not
 * compared. A failed dialogue may have been cut short while other calls were under way, so the
 * replay of it may come further than it did, and must only pass all that is recorded. So may one
 * whose failed call was made anew for another study, or was answered late; that is noted.
 */
final class Comparison {
  private static final String MADE_ANEW =
      "Some dialogues failed by calls that were answered later, or made anew for another study:"
          + " whether they failed as recorded cannot be said.";

  private final Walked walked;
  private final Replay.Recorded recorded;
  private final Map<Step, StepRow> steps = new HashMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Consumer<String> notes;
  private final boolean failed;
  private int missing;

  private Comparison(Walked walked, Replay.Recorded recorded, Consumer<String> notes) {
    this.notes = notes;
    this.walked = walked;
    this.recorded = recorded;
    this.failed = recorded.dialogue().stage == Stage.FAILED;
    recorded.steps().forEach(step -> steps.put(step.step(), step));
  }

  /**
   * Compares.
   *
   * @param recorded null where there is nothing
   * @param notes takes what is no difference but should be known
   */
  static Finding of(Walked walked, Replay.Recorded recorded, Consumer<String> notes) {
    if (recorded == null) {
      return new Finding(0, 0, List.of(name(walked.dialogue()) + " is not recorded."));
    }
    return new Comparison(walked, recorded, notes).finding();
  }

  private Finding finding() {
    walked.legs().forEach(this::leg);
    if (missing == 0) {
      steps.keySet().forEach(step -> differs("%s is recorded but not replayed", words(step)));
      end();
    }
    recorded.turns().forEach(this::turn);
    return new Finding(walked.legs().size(), missing, differences);
  }

  private void leg(Walked.Leg leg) {
    Step place = leg.step().step();
    StepRow step = steps.remove(place);
    if (step != null) {
      compare(step, leg.step(), words(place));
    } else if (!failed) {
      differs("%s is replayed but not recorded", words(place));
    }
    boolean wasAwaited = step == null ? !failed : !step.abandoned;
    if (!leg.isAnswered() && !leg.hasFailed() && wasAwaited) {
      missing++;
      differs("call %s of %s has no recorded answer", leg.spec().key(), words(place));
    }
  }

  private void compare(StepRow then, StepRow now, String words) {
    if (!then.call.equals(now.call)) {
      differs("%s is call %s in the record and %s in the replay", words, then.call, now.call);
    } else if (!Objects.equals(then.formatError, now.formatError)) {
      differs("%s is asked again for another reason than recorded", words);
    }
  }

  private void end() {
    DialogueRow now = walked.dialogue();
    DialogueRow then = recorded.dialogue();
    boolean explained =
        walked.legs().stream().anyMatch(leg -> leg.hasFailed() && explains(leg))
            || failedWithDonor() && now.stage == Stage.FAILED;
    if (failed && !explained && mayHaveBeenMadeAnew()) {
      notes.accept(MADE_ANEW);
    } else if (now.stage != then.stage) {
      differs("it is %s in the record and %s in the replay", then.stage, now.stage);
    } else if (failed && !explained) {
      differs("it failed for another reason than recorded");
    } else if (!failed
        && !(Objects.equals(now.lesson, then.lesson)
            && Objects.equals(now.transcript, then.transcript))) {
      differs("its recorded lesson or transcript is not that of its calls");
    }
    if (!failed && recorded.turns().size() != walked.turns().size()) {
      differs(
          "it has %d turns in the record and %d in the replay",
          recorded.turns().size(), walked.turns().size());
    }
  }

  private boolean mayHaveBeenMadeAnew() {
    return recorded.failedWithOthers()
        || failedWithDonor()
        || walked.legs().stream().anyMatch(this::explains);
  }

  /** Nothing was asked in it; whether its donor failed as recorded is said there. */
  private boolean failedWithDonor() {
    return failed && recorded.dialogue().donor != null && recorded.steps().isEmpty();
  }

  /** A call that is answered late keeps the reason of its failure. */
  private boolean explains(Walked.Leg leg) {
    return leg.call() != null && Objects.equals(leg.call().reason, recorded.dialogue().reason);
  }

  private void turn(TurnRow then) {
    TurnRow now = walked.turns().get(then.id.number());
    boolean cut = failed && then.answer == null;
    if (now == null ? missing == 0 : !isSame(now, then, cut || missing > 0 && now.answer == null)) {
      differs("turn %d is recorded with other calls than it has in the replay", then.id.number());
    }
  }

  private static boolean isSame(TurnRow now, TurnRow then, boolean unanswered) {
    return Objects.equals(now.question, then.question)
        && Objects.equals(now.asked, then.asked)
        && (unanswered || Objects.equals(now.answer, then.answer));
  }

  private void differs(String format, Object... values) {
    differences.add(name(walked.dialogue()) + ": " + format.formatted(values) + ".");
  }

  private static String name(DialogueRow dialogue) {
    return "Dialogue %s (%s, %s%s)"
        .formatted(
            dialogue.id,
            dialogue.conceptId,
            dialogue.arm().condition(),
            dialogue.seed == null ? "" : ", seed " + dialogue.seed);
  }

  private static String words(Step step) {
    return switch (step) {
      case Step.WriteLesson lesson -> "the lesson";
      case Step.Ask(int turn, int candidate) ->
          "the question of turn " + turn + which("candidate", candidate);
      case Step.Answer(int turn, int candidate) ->
          "the answer of turn " + turn + which("candidate", candidate);
      case Step.Sit sheet -> words("quiz", sheet) + which("sample", sheet.sample());
      case Step.Retest sheet -> words("second quiz", sheet);
      case Step.Trial sheet -> words("trial", sheet) + which("candidate", sheet.candidate());
    };
  }

  private static String words(String quiz, Step.Sheet sheet) {
    return "sheet %d of the %s after turn %d%s"
        .formatted(
            sheet.part() + 1,
            quiz,
            sheet.turn(),
            sheet.draw() == 0 ? "" : ", asked again (%d)".formatted(sheet.draw()));
  }

  private static String which(String what, int number) {
    return number == 0 ? "" : ", %s %d".formatted(what, number + 1);
  }
}
