package dev.interact.orchestrator.preparation;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.preparation.PreparationRow.Stage;
import dev.interact.orchestrator.progress.Conductor;
import dev.interact.orchestrator.progress.Ongoing;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.telemetry.DialogueTraces;
import dev.interact.preparation.flow.Next;
import dev.interact.preparation.flow.Preparation;
import dev.interact.preparation.flow.Step;
import dev.interact.study.Concept;
import dev.interact.telemetry.Place;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Lets preparations go on: asks the pure {@link Preparation} and stores what it wants. */
@Singleton
class Preparations implements Conductor {
  private static final Logger LOG = Logger.getLogger(Preparations.class);
  private static final int AT_ONCE = 20;
  private static final int READY_AHEAD = 200;

  private final Library library;
  private final Ledger ledger;
  private final PreparationCalls calls;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final DialogueTraces traces;
  private final Store store;
  private final Clock clock = Clock.systemUTC();

  Preparations(
      Library library,
      Ledger ledger,
      PreparationCalls calls,
      Lifecycle lifecycle,
      Chronicle chronicle,
      DialogueTraces traces,
      Store store) {
    this.library = library;
    this.ledger = ledger;
    this.calls = calls;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.traces = traces;
    this.store = store;
  }

  /** A concept of a preparation, before anything of it is asked. */
  Dossier subject(PreparationRow row) {
    Concept concept = library.concept(row.concept).concept();
    return new Dossier(
        row, concept, Preparation.of(library.preparation(row.study).recipe(), concept));
  }

  @Override
  public int start() {
    Set<String> studies = new HashSet<>(PreparationRow.studiesToStart());
    if (studies.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    studies.removeIf(study -> Ongoing.of(store).ready(study, now, READY_AHEAD) >= READY_AHEAD);
    List<PreparationRow> starting = PreparationRow.toStart(studies, AT_ONCE);
    lifecycle.begin(starting.stream().map(row -> row.study).collect(Collectors.toSet()));
    for (PreparationRow row : starting) {
      row.stage = Stage.RUNNING;
      chronicle.tell(new Fact.ConceptStarted(row.study, row.id, row.conceptId, row.domain));
      traces.begun(row.study, row.id, "preparation");
    }
    goOn(starting);
    return starting.size();
  }

  @Override
  public void tell(Collection<StepRow> waiting) {
    if (!waiting.isEmpty()) {
      goOn(PreparationRow.byIds(waiters(waiting.stream())));
    }
  }

  private static Set<String> waiters(Stream<StepRow> steps) {
    return steps.map(step -> step.dialogue).collect(Collectors.toSet());
  }

  @Override
  public void retry(String study) {
    List<PreparationRow> failed = PreparationRow.failedOf(study);
    if (failed.isEmpty()) {
      return;
    }
    lifecycle.apply(study, Control.RETRY);
    Ongoing ongoing = Ongoing.of(store);
    List<StepRow> steps = ongoing.abandonedOf(failed.stream().map(row -> row.id).toList());
    ongoing.takeUp(steps);
    Calls.of(store)
        .byKeys(steps.stream().map(step -> step.call).toList())
        .forEach(CallRow::tryAgain);
    for (PreparationRow row : failed) {
      row.stage = Stage.RUNNING;
      row.reason = null;
      chronicle.tell(new Fact.ConceptTakenUp(row.study, row.id));
    }
    goOn(failed);
  }

  /** A step that a preparation is to take, and the call that it needs. */
  private record Wanted(StepRow step, Ledger.Wish wish) {}

  /** Goes as far as there are answers: what is wanted may be recorded already. */
  private void goOn(Collection<PreparationRow> rows) {
    Collection<PreparationRow> going = rows;
    while (!going.isEmpty()) {
      List<Wanted> wanted = going.stream().flatMap(row -> goOn(row).stream()).toList();
      Set<String> settled =
          ledger.want(wanted.stream().map(Wanted::wish).toList()).stream()
              .map(call -> call.key)
              .collect(Collectors.toSet());
      Ongoing.of(store).add(wanted.stream().map(Wanted::step).toList());
      going =
          PreparationRow.byIds(
              waiters(
                  Ongoing.of(store).waitingFor(settled).stream()
                      .filter(step -> !step.kind.isOfDialogue())));
    }
    lifecycle.finishIfOver(
        rows.stream()
            .filter(row -> row.stage == Stage.FINISHED || row.stage == Stage.FAILED)
            .map(row -> row.study)
            .collect(Collectors.toSet()));
  }

  /** What a concept's own text or replies make impossible ends it, and nothing else. */
  private List<Wanted> goOn(PreparationRow row) {
    try {
      return goOn(Dossier.read(List.of(row), this::subject, store).getFirst());
    } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
      tellOfFailure(row, e);
      end(
          row,
          Stage.FAILED,
          "Its text, or a reply, cannot be worked with (%s)."
              .formatted(e.getClass().getSimpleName()));
      Ongoing ongoing = Ongoing.of(store);
      ongoing.openOf(List.of(row.id)).get(row.id).forEach(ongoing::abandon);
      return List.of();
    }
  }

  private static void tellOfFailure(PreparationRow row, Throwable failure) {
    try (var lines = new Place(row.study, row.id, null, null).lines()) {
      LOG.errorf(
          "the preparation of concept %s cannot go on: %s at %s",
          row.conceptId, failure.getClass().getSimpleName(), failure.getStackTrace()[0]);
    }
  }

  private List<Wanted> goOn(Dossier dossier) {
    Ongoing ongoing = Ongoing.of(store);
    dossier.replies().keySet().forEach(step -> ongoing.close(dossier.steps().get(step)));
    return switch (dossier.preparation().after(dossier.replies())) {
      case Next.Waits(Set<Step> steps) -> wanted(dossier, steps);
      case Next.Finished finished -> over(dossier, Stage.FINISHED, null);
      case Next.Failed(String reason) -> over(dossier, Stage.FAILED, reason);
    };
  }

  private List<Wanted> wanted(Dossier dossier, Set<Step> steps) {
    PreparationRow row = dossier.row();
    List<Wanted> wanted = new ArrayList<>();
    for (Step step : steps) {
      if (!dossier.steps().containsKey(step)) {
        var call = calls.of(dossier, step);
        String formatError = dossier.preparation().formatError(step, dossier.replies());
        wanted.add(
            new Wanted(
                Steps.row(row, step, call.key(), formatError),
                new Ledger.Wish(row.study, call, row.rank)));
      }
    }
    return wanted;
  }

  private void end(PreparationRow row, Stage stage, String reason) {
    row.stage = stage;
    row.reason = reason;
    chronicle.tell(
        stage == Stage.FINISHED
            ? new Fact.ConceptPrepared(row.study, row.id)
            : new Fact.ConceptFailed(row.study, row.id));
  }

  private List<Wanted> over(Dossier dossier, Stage stage, String reason) {
    end(dossier.row(), stage, reason);
    if (stage == Stage.FAILED) {
      dossier.steps().values().stream()
          .filter(step -> step.open || dossier.hasFailed(step))
          .forEach(Ongoing.of(store)::abandon);
    }
    return List.of();
  }
}
