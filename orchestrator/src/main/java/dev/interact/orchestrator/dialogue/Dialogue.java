package dev.interact.orchestrator.dialogue;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of one dialogue. A dialogue goes through its turns in order; quizzes are probes beside
 * it, so that the quiz after turn t is sat while turn t+1 is asked, and the longest chain of a
 * plain dialogue of T turns is 2T+1 calls (one more where its lesson must be written first).
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
        ? new Decision(new AwaitingLesson(plan), List.of(new Move.Make(new Step.WriteLesson())))
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
        case Event.Stopped stopped -> Optional.empty();
        case Event.Failed failure -> Optional.empty();
        case Event.SheetRead read -> Optional.empty();
        case Event.SheetUnreadable unread -> Optional.empty();
      };
    }
  }

  /**
   * Turns and quizzes are under way.
   *
   * @param talk the turn under way
   * @param open the sheets of quizzes that are waited for
   */
  record Running(Plan plan, Talk talk, OpenSheets open) implements Dialogue {
    /**
     * The state of a dialogue that waits for some steps.
     *
     * @param right items that each candidate of the turn under way got right
     */
    public static Running of(Plan plan, Collection<Step> steps, Map<Integer, Integer> right) {
      Set<Step> talk = new HashSet<>();
      Set<Step.Sheet> sheets = new HashSet<>();
      int turn = 0;
      for (Step step : steps) {
        switch (step) {
          case Step.Ask ask -> turn = ask.turn();
          case Step.Answer answer -> turn = answer.turn();
          case Step.Trial trial -> turn = trial.turn();
          case Step.Sit sheet -> sheets.add(sheet);
          case Step.Retest sheet -> sheets.add(sheet);
          case Step.WriteLesson lesson -> throw new IllegalStateException("lessons come first");
        }
        if (!(step instanceof Step.Sheet sheet && sheets.contains(sheet))) {
          talk.add(step);
        }
      }
      return new Running(plan, new Talk(turn, talk, right), new OpenSheets(sheets));
    }

    static Decision begin(Plan plan) {
      return new Going(plan, OpenSheets.NONE).afterTurn(0);
    }

    @Override
    public Optional<Decision> on(Event event) {
      return switch (event) {
        case Event.Done(Step step) ->
            talk.awaits(step) ? Optional.of(done(step)) : Optional.empty();
        case Event.Stopped(Step.Ask question) ->
            talk.awaits(question) ? Optional.of(now(Talk.OVER, open)) : Optional.empty();
        case Event.SheetRead(Step.Sheet sheet, int right) -> closing(sheet, right);
        case Event.SheetUnreadable(Step.Sheet sheet, int right) -> unreadable(sheet, right);
        case Event.Failed(Step step, String reason) ->
            talk.awaits(step) || open.contains(step)
                ? Optional.of(failed(reason))
                : Optional.empty();
      };
    }

    private Decision done(Step step) {
      Going going = new Going(plan, open);
      return switch (step) {
        case Step.Ask(int turn, int candidate) ->
            going.waitingFor(talk, step, List.of(new Step.Answer(turn, candidate)));
        case Step.Answer(int turn, int candidate) ->
            plan.isTried(turn)
                ? going.waitingFor(talk, step, going.trial(turn, candidate))
                : going.afterTurn(turn);
        case Step.WriteLesson lesson -> throw new IllegalStateException("lessons come first");
        case Step.Sheet sheet -> throw new IllegalStateException("sheets are read, not done");
      };
    }

    private Optional<Decision> unreadable(Step.Sheet sheet, int right) {
      if (sheet.draw() >= RE_ASKS) {
        return closing(sheet, right);
      }
      List<Move> again = List.of(new Move.Make(sheet.again()));
      if (talk.awaits(sheet)) {
        Talk waiting = talk.replacing(sheet, Set.of(sheet.again()));
        return Optional.of(new Decision(new Running(plan, waiting, open), again));
      }
      return open.contains(sheet)
          ? Optional.of(new Decision(new Running(plan, talk, open.again(sheet)), again))
          : Optional.empty();
    }

    private Optional<Decision> closing(Step.Sheet sheet, int right) {
      if (open.contains(sheet)) {
        return Optional.of(now(talk, open.without(sheet)));
      }
      return sheet instanceof Step.Trial trial && talk.awaits(trial)
          ? Optional.of(tried(talk.marked(trial, right)))
          : Optional.empty();
    }

    private Decision tried(Talk marked) {
      return marked.isOver()
          ? new Going(plan, open).chosen(marked.turn(), marked.best())
          : new Decision(new Running(plan, marked, open), List.of());
    }

    private Decision now(Talk waiting, OpenSheets left) {
      boolean over = waiting.isOver() && left.isEmpty();
      return new Decision(over ? new Finished() : new Running(plan, waiting, left), List.of());
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
