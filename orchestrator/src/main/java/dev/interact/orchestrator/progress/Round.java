package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import dev.interact.telemetry.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** One round of events, and the wishes that come of them. */
final class Round {
  private static final Logger LOG = Logger.getLogger(Round.class);

  private final Ongoing ongoing;
  private final Moderator moderator;
  private final Ledger ledger;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final DialogueTraces traces;
  private final List<Ledger.Wish> wishes = new ArrayList<>();
  private final List<StepRow> pending = new ArrayList<>();
  private final List<DialogueRow> over = new ArrayList<>();
  private boolean letsOthersStart;

  Round(
      StepCalls calls,
      Ledger ledger,
      Store store,
      Lifecycle lifecycle,
      Chronicle chronicle,
      DialogueTraces traces) {
    this.ongoing = Ongoing.of(store);
    this.moderator = new Moderator(calls::of, new StoredNotes(chronicle, ongoing, Calls.of(store)));
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.traces = traces;
  }

  /** Tells all dialogues that wait for some settled calls. */
  void tell(List<StepRow> waiting, Collection<CallRow> news) {
    Map<String, CallRow> settled =
        news.stream().collect(Collectors.toMap(call -> call.key, Function.identity(), (a, b) -> a));
    Set<String> ids = waiting.stream().map(step -> step.dialogue).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    Map<String, DialogueRow> dialogues =
        ongoing.dialogues(ids).stream().collect(Collectors.toMap(d -> d.id, Function.identity()));
    Map<String, List<StepRow>> open = ongoing.openOf(ids);
    ongoing.readTurns(ids);
    for (StepRow step : waiting) {
      tell(dialogues.get(step.dialogue), open.get(step.dialogue), step, settled.get(step.call));
    }
  }

  private void tell(DialogueRow dialogue, List<StepRow> open, StepRow step, CallRow call) {
    if (!step.open) {
      return;
    }
    Dialogue state = moderator.state(dialogue, open.stream().map(StepRow::step).toList());
    ongoing.close(step);
    open.remove(step);
    List<StudyCalls.Wanted> wanted = moderator.tell(dialogue, state, step.step(), CallEnd.of(call));
    if (wanted != null) {
      open.addAll(want(dialogue, wanted));
      if (dialogue.stage == DialogueRow.Stage.FAILED) {
        ongoing.abandon(step);
        open.forEach(ongoing::abandon);
        tellOfFailure(step);
      }
    }
  }

  /** Why is in the database: a provider's words are for no log. */
  private static void tellOfFailure(StepRow step) {
    try (var lines = new Place(step.study, step.dialogue, step.turn, step.call).lines()) {
      LOG.warnf("a dialogue has failed at its step %s", step.kind);
    }
  }

  /** Starts a dialogue. */
  void start(DialogueRow dialogue) {
    traces.begun(dialogue.study, dialogue.id, "dialogue");
    want(dialogue, moderator.start(dialogue));
  }

  private List<StepRow> want(DialogueRow dialogue, List<StudyCalls.Wanted> wanted) {
    if (dialogue.isOver()) {
      over.add(dialogue);
    }
    List<StepRow> steps = new ArrayList<>();
    for (StudyCalls.Wanted wish : wanted) {
      wishes.add(new Ledger.Wish(dialogue.study, wish.call(), dialogue.rank));
      steps.add(wish.step());
    }
    pending.addAll(steps);
    return steps;
  }

  /** Stores the wishes; returns the calls that are settled already. */
  Collection<CallRow> settled() {
    List<CallRow> settled = ledger.want(wishes);
    ongoing.add(pending);
    if (!over.isEmpty()) {
      ongoing.writeDialogues();
      letsOthersStart = Agenda.letForksStart(ids(Stage.FINISHED)) > 0;
      for (DialogueRow fork : ongoing.forksAwaiting(ids(Stage.FAILED))) {
        fork.failWithDonor();
        chronicle.tell(Facts.failed(fork));
      }
      ongoing.writeDialogues();
      lifecycle.finishIfOver(
          over.stream().map(dialogue -> dialogue.study).collect(Collectors.toSet()));
    }
    return settled;
  }

  /** Whether dialogues may start that had to wait for one of it. */
  boolean letsOthersStart() {
    return letsOthersStart;
  }

  private List<String> ids(Stage stage) {
    return over.stream()
        .filter(dialogue -> dialogue.stage == stage)
        .map(dialogue -> dialogue.id)
        .toList();
  }
}
