package dev.interact.orchestrator.progress;

import dev.interact.contracts.Hash;
import dev.interact.orchestrator.dialogue.Decision;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Event;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.CallSpec;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.study.StudyRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One round of events, and the wishes that come of them. */
final class Round {
  private final StepCalls calls;
  private final Ledger ledger;
  private final Clock clock;
  private final List<Ledger.Wish> wishes = new ArrayList<>();
  private final List<StepRow> pending = new ArrayList<>();
  private final Set<String> over = new HashSet<>();

  Round(StepCalls calls, Ledger ledger, Clock clock) {
    this.calls = calls;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Tells all dialogues that wait for some settled calls. */
  void tell(Collection<CallRow> news) {
    Map<String, CallRow> settled =
        news.stream().collect(Collectors.toMap(call -> call.key, Function.identity(), (a, b) -> a));
    List<StepRow> waiting = StepRow.waitingFor(settled.keySet());
    Set<String> ids = waiting.stream().map(step -> step.dialogue).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    Map<String, DialogueRow> dialogues =
        DialogueRow.byIds(ids).stream().collect(Collectors.toMap(d -> d.id, Function.identity()));
    Map<String, List<StepRow>> open =
        StepRow.openOf(ids).stream()
            .collect(
                Collectors.groupingBy(step -> step.dialogue, HashMap::new, Collectors.toList()));
    for (StepRow step : waiting) {
      tell(dialogues.get(step.dialogue), open.get(step.dialogue), step, settled.get(step.call));
    }
  }

  private void tell(DialogueRow dialogue, List<StepRow> open, StepRow step, CallRow call) {
    if (!step.open) {
      return;
    }
    Dialogue state =
        dialogue.state(calls.plan(dialogue), open.stream().map(StepRow::step).toList());
    step.open = false;
    open.remove(step);
    state
        .on(event(step.step(), call))
        .ifPresent(
            decision -> {
              record(dialogue, step, call);
              open.addAll(decided(dialogue, decision, step));
              if (dialogue.stage == DialogueRow.Stage.FAILED) {
                step.abandon();
                open.forEach(StepRow::abandon);
              }
            });
  }

  private static Event event(Step step, CallRow call) {
    if (call.status == CallRow.Status.FAILED) {
      return new Event.Failed(step, call.reason);
    }
    if (step instanceof Step.Sit sheet) {
      return call.formatError == null
          ? new Event.SheetRead(sheet)
          : new Event.SheetUnreadable(sheet);
    }
    return new Event.Done(step);
  }

  private void record(DialogueRow dialogue, StepRow step, CallRow call) {
    if (call.status == CallRow.Status.FAILED) {
      return;
    }
    switch (step.step()) {
      case Step.WriteLesson lesson -> dialogue.lesson = call.key;
      case Step.Ask(int turn) -> new TurnRow(dialogue.id, turn, call.key).persist();
      case Step.Answer(int turn) -> {
        TurnRow row = TurnRow.findById(new TurnRow.Id(dialogue.id, turn));
        row.answer = call.key;
        dialogue.transcript = Hash.id(dialogue.transcript, row.question, row.answer);
      }
      case Step.Sit sheet -> {}
    }
  }

  /**
   * Stores a decision.
   *
   * @param cause the step whose end led to it; null at a dialogue's start
   */
  List<StepRow> decided(DialogueRow dialogue, Decision decision, StepRow cause) {
    dialogue.become(decision.next());
    if (dialogue.isOver()) {
      over.add(dialogue.study);
    }
    List<StepRow> steps = new ArrayList<>();
    for (Step step : decision.wanted()) {
      CallSpec call = calls.of(dialogue, step, cause);
      wishes.add(new Ledger.Wish(dialogue.study, call, dialogue.rank));
      steps.add(new StepRow(dialogue, step, call.key(), formatError(step, cause)));
    }
    pending.addAll(steps);
    return steps;
  }

  private static String formatError(Step step, StepRow cause) {
    boolean asksAgain = step instanceof Step.Sit(int turn, int part, int draw) && draw > 0;
    return asksAgain ? CallRow.<CallRow>findById(cause.call).formatError : null;
  }

  /** Stores the wishes; returns the calls that are settled already. */
  Collection<CallRow> settled() {
    List<CallRow> settled = ledger.want(wishes);
    StepRow.persist(pending);
    if (!over.isEmpty()) {
      StudyRow.finishIfOver(over, clock.instant());
    }
    return settled;
  }
}
