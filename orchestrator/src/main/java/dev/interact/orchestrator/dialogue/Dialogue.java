package dev.interact.orchestrator.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * The state of one dialogue: concept x condition x models x seed. A dialogue goes through its turns
 * in order; quizzes are probes beside it, so that the quiz after turn t is sat while turn t+1 is
 * asked, and the longest chain of a dialogue of T turns is 2T+1 calls (one more where its lesson
 * must be written first).
 *
 * <p>Events that do not fit the state - duplicates, late or reordered replies - change nothing.
 */
public sealed interface Dialogue {
  /** How often a sheet is asked again when its answer cannot be read. */
  int RE_ASKS = 3;

  /** Applies an event; empty where it does not fit the state. */
  Optional<Decision> on(Event event);

  /** The first decision of a dialogue. */
  static Decision start(Plan plan) {
    return plan.lesson()
        ? new Decision(new AwaitingLesson(plan), List.of(new Step.WriteLesson()))
        : Running.begin(plan);
  }

  /** The lesson is being written; nothing else can happen before. */
  record AwaitingLesson(Plan plan) implements Dialogue {
    @Override
    public Optional<Decision> on(Event event) {
      return switch (event) {
        case Event.Done(Step.WriteLesson lesson) -> Optional.of(Running.begin(plan));
        case Event.Failed(Step.WriteLesson lesson, String reason) -> Optional.of(failed(reason));
        case Event.Done done -> Optional.empty();
        case Event.Failed failure -> Optional.empty();
        case Event.SheetRead read -> Optional.empty();
        case Event.SheetUnreadable unread -> Optional.empty();
      };
    }
  }

  /**
   * Turns and quizzes are under way.
   *
   * @param next the question or answer that is waited for; null after the last turn
   * @param open the sheets that are waited for
   */
  record Running(Plan plan, Step next, OpenSheets open) implements Dialogue {
    static Decision begin(Plan plan) {
      return new Running(plan, null, OpenSheets.NONE).afterTurn(0);
    }

    @Override
    public Optional<Decision> on(Event event) {
      return switch (event) {
        case Event.Done(Step step) ->
            step.equals(next) ? Optional.of(done(step)) : Optional.empty();
        case Event.SheetRead(Step.Sit sheet) -> closing(sheet);
        case Event.SheetUnreadable(Step.Sit sheet) -> unreadable(sheet);
        case Event.Failed(Step step, String reason) ->
            step.equals(next) || open.contains(step)
                ? Optional.of(failed(reason))
                : Optional.empty();
      };
    }

    private Decision done(Step step) {
      return switch (step) {
        case Step.Ask(int turn) -> waitingFor(new Step.Answer(turn));
        case Step.Answer(int turn) -> afterTurn(turn);
        case Step.WriteLesson lesson -> throw new IllegalStateException("lessons come first");
        case Step.Sit sheet -> throw new IllegalStateException("sheets are read, not done");
      };
    }

    private Decision waitingFor(Step step) {
      return new Decision(new Running(plan, step, open), List.of(step));
    }

    private Decision afterTurn(int turn) {
      List<Step.Sit> quiz = OpenSheets.quizAfter(turn, plan.parts());
      Step question = turn < plan.turns() ? new Step.Ask(turn + 1) : null;
      List<Step> wanted = new java.util.ArrayList<>(quiz);
      if (question != null) {
        wanted.addFirst(question);
      }
      return new Decision(new Running(plan, question, open.with(quiz)), wanted);
    }

    private Optional<Decision> unreadable(Step.Sit sheet) {
      if (sheet.draw() >= RE_ASKS) {
        return closing(sheet);
      }
      if (!open.contains(sheet)) {
        return Optional.empty();
      }
      Step.Sit again = new Step.Sit(sheet.turn(), sheet.part(), sheet.draw() + 1);
      OpenSheets left = open.without(sheet).with(List.of(again));
      return Optional.of(new Decision(new Running(plan, next, left), List.of(again)));
    }

    private Optional<Decision> closing(Step.Sit sheet) {
      if (!open.contains(sheet)) {
        return Optional.empty();
      }
      OpenSheets left = open.without(sheet);
      boolean over = next == null && left.isEmpty();
      return Optional.of(
          new Decision(over ? new Finished() : new Running(plan, next, left), List.of()));
    }
  }

  /** All turns are there, and every sheet has its marks. */
  record Finished() implements Dialogue {
    @Override
    public Optional<Decision> on(Event event) {
      return Optional.empty();
    }
  }

  /**
   * A call failed for good; what is still in flight will be recorded and changes nothing.
   *
   * @param reason a sentence for people
   */
  record Failed(String reason) implements Dialogue {
    @Override
    public Optional<Decision> on(Event event) {
      return Optional.empty();
    }
  }

  private static Decision failed(String reason) {
    return new Decision(new Failed(reason), List.of());
  }
}
