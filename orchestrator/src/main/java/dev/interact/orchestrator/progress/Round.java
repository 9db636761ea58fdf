package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Decision;
import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.dialogue.Step;
import dev.interact.orchestrator.ledger.CallRow;
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
  private final Map<String, TurnRow> unanswered = new HashMap<>();

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
    TurnRow.unanswered(
            waiting.stream()
                .filter(step -> step.kind == StepRow.Kind.ANSWER)
                .map(step -> step.dialogue)
                .toList())
        .forEach(turn -> unanswered.put(turn.id.dialogue(), turn));
    for (StepRow step : waiting) {
      tell(dialogues.get(step.dialogue), open.get(step.dialogue), step, settled.get(step.call));
    }
  }

  private void tell(DialogueRow dialogue, List<StepRow> open, StepRow step, CallRow call) {
    if (!step.open) {
      return;
    }
    Dialogue state =
        dialogue.state(
            calls.of(dialogue).plan(dialogue), open.stream().map(StepRow::step).toList());
    step.open = false;
    open.remove(step);
    CallEnd end = CallEnd.of(call);
    state
        .on(end.event(step.step()))
        .ifPresent(
            decision -> {
              record(dialogue, step.step(), end);
              open.addAll(decided(dialogue, decision, end));
              if (dialogue.stage == DialogueRow.Stage.FAILED) {
                step.abandon();
                open.forEach(StepRow::abandon);
              }
            });
  }

  private void record(DialogueRow dialogue, Step step, CallEnd end) {
    if (end.isFailure()) {
      return;
    }
    switch (step) {
      case Step.Ask(int turn) -> new TurnRow(dialogue.id, turn, end.call()).persist();
      case Step.Answer answer -> {
        TurnRow row = unanswered.get(dialogue.id);
        row.answer = end.call();
        dialogue.hear(step, end.call(), row.question);
      }
      case Step.WriteLesson lesson -> dialogue.hear(step, end.call(), null);
      case Step.Sit sheet -> {}
    }
  }

  /**
   * Stores a decision.
   *
   * @param cause the end of the call that led to it; null at a dialogue's start
   */
  List<StepRow> decided(DialogueRow dialogue, Decision decision, CallEnd cause) {
    dialogue.become(decision.next());
    if (dialogue.isOver()) {
      over.add(dialogue.study);
    }
    List<StepRow> steps = new ArrayList<>();
    for (Step step : decision.wanted()) {
      StudyCalls.Wanted wanted = calls.of(dialogue).wanted(dialogue, step, cause);
      wishes.add(new Ledger.Wish(dialogue.study, wanted.call(), dialogue.rank));
      steps.add(wanted.step());
    }
    pending.addAll(steps);
    return steps;
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
