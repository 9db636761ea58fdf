package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Decision;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far a dialogue has come over recorded calls. */
public final class Walked {

  /**
   * A step on the way.
   *
   * @param call as it is recorded; null where it is not there
   */
  public record Leg(StepRow step, CallSpec spec, CallRow call) {
    /** Whether the call has an answer. */
    public boolean isAnswered() {
      return call != null && call.isAnswered();
    }

    /** Whether the call need not be made: it has an answer, which may have to be graded yet. */
    public boolean isPaid() {
      return call != null && call.reply != null;
    }

    /** Whether the call failed for good. */
    public boolean hasFailed() {
      return call != null && call.status == CallRow.Status.FAILED;
    }
  }

  private final DialogueRow dialogue;
  private final StudyCalls calls;
  private final Walk.Gap gap;
  private final List<Leg> legs = new ArrayList<>();
  private final Map<Integer, TurnRow> turns = new TreeMap<>();
  private final List<StudyCalls.Wanted> wanted = new ArrayList<>();
  private Dialogue state;

  Walked(DialogueRow dialogue, StudyCalls calls, Walk.Gap gap) {
    this.dialogue = dialogue;
    this.calls = calls;
    this.gap = gap;
  }

  /** The dialogue as the walk left it. */
  public DialogueRow dialogue() {
    return dialogue;
  }

  /** All steps, each after the one that led to it. */
  public List<Leg> legs() {
    return List.copyOf(legs);
  }

  /** The turns whose question is there, by number. */
  public Map<Integer, TurnRow> turns() {
    return Map.copyOf(turns);
  }

  void begin() {
    decided(Dialogue.start(calls.plan(dialogue)), null);
  }

  /** The keys of the calls that are to be looked up next. */
  List<String> wishes() {
    return wanted.stream().map(wish -> wish.call().key()).toList();
  }

  /** Goes on with the calls that were found. */
  void meet(Map<String, CallRow> found) {
    List<StudyCalls.Wanted> now = List.copyOf(wanted);
    wanted.clear();
    for (StudyCalls.Wanted wish : now) {
      Leg leg = new Leg(wish.step(), wish.call(), found.get(wish.call().key()));
      legs.add(leg);
      if (leg.isAnswered()) {
        tell(leg, CallEnd.of(leg.call()));
      } else if (gap == Walk.Gap.IS_FILLED) {
        tell(leg, CallEnd.hoped(leg.spec().key()));
      }
    }
  }

  /** A failure comes last, since nothing follows it. */
  void end() {
    if (gap == Walk.Gap.STOPS) {
      legs.stream()
          .filter(Leg::hasFailed)
          .findFirst()
          .ifPresent(leg -> tell(leg, CallEnd.of(leg.call())));
    }
  }

  private void tell(Leg leg, CallEnd end) {
    Step step = leg.step().step();
    state
        .on(end.event(step))
        .ifPresent(
            decision -> {
              if (!end.isFailure()) {
                hear(step, end.call());
              }
              decided(decision, end);
            });
  }

  private void hear(Step step, String call) {
    switch (step) {
      case Step.Ask(int turn) -> turns.put(turn, new TurnRow(dialogue.id, turn, call));
      case Step.Answer(int turn) -> {
        turns.get(turn).answer = call;
        dialogue.hear(step, call, turns.get(turn).question);
      }
      case Step.WriteLesson lesson -> dialogue.hear(step, call, null);
      case Step.Sit sheet -> {}
    }
  }

  private void decided(Decision decision, CallEnd cause) {
    state = decision.next();
    dialogue.become(state);
    decision.wanted().forEach(step -> wanted.add(calls.wanted(dialogue, step, cause)));
  }
}
