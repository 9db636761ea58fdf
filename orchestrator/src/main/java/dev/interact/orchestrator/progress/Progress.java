package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets dialogues go on: applies events to the pure {@link Dialogue} and stores what it decides. To
 * be called within a transaction, by one thread at a time.
 */
@Singleton
public class Progress {
  private static final int DIALOGUES_AT_ONCE = 100;
  private static final int CONCEPTS_AT_ONCE = 10;
  private static final int CALLS_AT_ONCE = 5_000;
  private static final int READY_AHEAD = 200;

  private static final int ENOUGH = READY_AHEAD / 2;

  private final StepCalls calls;
  private final Ledger ledger;
  private final Conductor preparations;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final DialogueTraces traces;
  private final Store store;
  private final Clock clock = Clock.systemUTC();
  private Set<String> startable = Set.of();
  private boolean mayBeMore = true;

  Progress(
      StepCalls calls,
      Ledger ledger,
      Conductor preparations,
      Lifecycle lifecycle,
      Chronicle chronicle,
      DialogueTraces traces,
      Store store) {
    this.calls = calls;
    this.preparations = preparations;
    this.ledger = ledger;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.traces = traces;
    this.store = store;
  }

  /** There may be something to start that was not there when it was last looked for. */
  public void lookForMore() {
    mayBeMore = true;
  }

  /**
   * Starts planned dialogues and preparations, in order, of studies that have few calls ready.
   *
   * @return how many
   */
  public int start() {
    int started = 0;
    if (mayBeMore) {
      started = preparations.start();
      mayBeMore = started > 0;
      startable = Set.copyOf(Agenda.studiesToStart());
    }
    Ongoing ongoing = Ongoing.of(store);
    Instant now = clock.instant();
    if (startable.stream().anyMatch(study -> ongoing.ready(study, now, ENOUGH) < ENOUGH)) {
      startable = Set.copyOf(Agenda.studiesToStart());
      started += startDialogues(ongoing, now);
    }
    return started;
  }

  private int startDialogues(Ongoing ongoing, Instant now) {
    Set<String> studies =
        startable.stream()
            .filter(study -> ongoing.ready(study, now, ENOUGH) < ENOUGH)
            .collect(Collectors.toSet());
    List<DialogueRow> starting = bearable(ongoing.toStart(studies, DIALOGUES_AT_ONCE));
    lifecycle.begin(starting.stream().map(dialogue -> dialogue.study).collect(Collectors.toSet()));
    Round round = round();
    starting.forEach(dialogue -> round.start(ongoing.begin(dialogue)));
    advance(round.settled());
    return starting.size();
  }

  /** Keeps nothing in memory that is not needed any more. To be called now and then. */
  public void sweep() {
    Ongoing.of(store).sweep();
  }

  private Round round() {
    return new Round(calls, ledger, store, lifecycle, chronicle, traces);
  }

  /** The first of some dialogues, at least one, that do not want too many calls together. */
  private List<DialogueRow> bearable(List<DialogueRow> dialogues) {
    long wanted = 0;
    for (int number = 0; number < dialogues.size(); number++) {
      wanted += wantedAtOnce(dialogues.get(number));
      if (number > 0 && wanted > CALLS_AT_ONCE) {
        return dialogues.subList(0, number);
      }
    }
    return dialogues;
  }

  /** A fork may have all its turns when it starts, and sit all its quizzes. */
  private long wantedAtOnce(DialogueRow dialogue) {
    return dialogue.donor == null
        ? (long) dialogue.parts * calls.of(dialogue).study().draws().sheet()
        : dialogue.plannedCalls;
  }

  /**
   * Lets some failed dialogues of a study go on where they failed, and with them the study: their
   * failed calls are made anew, those under way have all their attempts again, what was answered
   * meanwhile is used. Where none failed, nothing changes.
   *
   * <p>They are those of a few concepts: only the dialogues of one concept share calls, and one
   * that goes on must find what another failed at open again.
   *
   * @param after the hash that their concepts' come after
   * @return the last of these; empty where there are no more
   */
  public Optional<String> retry(String study, String after) {
    List<String> concepts = Agenda.failedConceptsOf(study, after, CONCEPTS_AT_ONCE);
    if (concepts.isEmpty()) {
      return Optional.empty();
    }
    Ongoing ongoing = Ongoing.of(store);
    List<DialogueRow> failed = ongoing.failedOf(study, concepts);
    lifecycle.apply(study, Control.RETRY);
    List<StepRow> abandoned =
        ongoing.abandonedOf(failed.stream().map(dialogue -> dialogue.id).toList());
    Map<String, List<StepRow>> steps =
        abandoned.stream().collect(Collectors.groupingBy(step -> step.dialogue));
    ongoing.takeUp(abandoned);
    for (DialogueRow dialogue : failed) {
      dialogue.takeUp(steps.getOrDefault(dialogue.id, List.of()));
      chronicle.tell(Facts.takenUp(dialogue));
    }
    List<CallRow> wanted =
        Calls.of(store).byKeys(abandoned.stream().map(step -> step.call).toList());
    wanted.forEach(CallRow::tryAgain);
    advance(wanted.stream().filter(CallRow::isSettled).toList());
    store.write();
    Agenda.letForksStart(study, concepts);
    return Optional.of(concepts.getLast());
  }

  /** Lets the failed concepts of a preparation go on; of a study nothing changes. */
  public void retryPreparations(String study) {
    preparations.retry(study);
  }

  /**
   * Tells all dialogues and preparations that wait for some settled calls, and whatever follows
   * from that.
   */
  public void advance(Collection<CallRow> settled) {
    Collection<CallRow> news = settled;
    while (!news.isEmpty()) {
      Map<Boolean, List<StepRow>> waiting =
          Ongoing.of(store).waitingFor(news.stream().map(call -> call.key).toList()).stream()
              .collect(Collectors.partitioningBy(step -> step.kind.isOfDialogue()));
      preparations.tell(waiting.get(false));
      mayBeMore |= !waiting.get(false).isEmpty();
      Round round = round();
      round.tell(waiting.get(true), news);
      news = round.settled();
      mayBeMore |= round.letsOthersStart();
    }
  }
}
