package dev.interact.orchestrator.preparation;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Ledger;
import dev.interact.orchestrator.preparation.PreparationRow.Stage;
import dev.interact.orchestrator.progress.Conductor;
import dev.interact.orchestrator.progress.StepRow;
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
  private final Clock clock = Clock.systemUTC();

  Preparations(
      Library library,
      Ledger ledger,
      PreparationCalls calls,
      Lifecycle lifecycle,
      Chronicle chronicle,
      DialogueTraces traces) {
    this.library = library;
    this.ledger = ledger;
    this.calls = calls;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.traces = traces;
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
    CallRow.withReady(Set.copyOf(studies), clock.instant(), READY_AHEAD).forEach(studies::remove);
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
    List<StepRow> steps = StepRow.abandonedOf(failed.stream().map(row -> row.id).toList());
    steps.forEach(StepRow::takeUp);
    CallRow.byKeys(steps.stream().map(step -> step.call).collect(Collectors.toSet()))
        .forEach(CallRow::tryAgain);
    for (PreparationRow row : failed) {
      row.stage = Stage.RUNNING;
      row.reason = null;
      chronicle.tell(new Fact.ConceptTakenUp(row.study, row.id));
    }
    goOn(failed);
  }

  /** Goes as far as there are answers: what is wanted may be recorded already. */
  private void goOn(Collection<PreparationRow> rows) {
    Collection<PreparationRow> going = rows;
    while (!going.isEmpty()) {
      List<Ledger.Wish> wishes = new ArrayList<>();
      going.forEach(row -> wishes.addAll(goOn(row)));
      Set<String> settled =
          ledger.want(wishes).stream().map(call -> call.key).collect(Collectors.toSet());
      going =
          PreparationRow.byIds(
              waiters(
                  StepRow.waitingFor(settled).stream().filter(step -> !step.kind.isOfDialogue())));
    }
    lifecycle.finishIfOver(
        rows.stream()
            .filter(row -> row.stage == Stage.FINISHED || row.stage == Stage.FAILED)
            .map(row -> row.study)
            .collect(Collectors.toSet()));
  }

  /** What a concept's own text or replies make impossible ends it, and nothing else. */
  private List<Ledger.Wish> goOn(PreparationRow row) {
    try {
      return goOn(Dossier.read(List.of(row), this::subject).getFirst());
    } catch (IllegalArgumentException | IllegalStateException | StackOverflowError e) {
      tellOfFailure(row, e);
      end(
          row,
          Stage.FAILED,
          "Its text, or a reply, cannot be worked with (%s)."
              .formatted(e.getClass().getSimpleName()));
      StepRow.openOf(List.of(row.id)).forEach(StepRow::abandon);
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

  private List<Ledger.Wish> goOn(Dossier dossier) {
    dossier.replies().keySet().forEach(step -> dossier.steps().get(step).open = false);
    return switch (dossier.preparation().after(dossier.replies())) {
      case Next.Waits(Set<Step> steps) -> wanted(dossier, steps);
      case Next.Finished finished -> over(dossier, Stage.FINISHED, null);
      case Next.Failed(String reason) -> over(dossier, Stage.FAILED, reason);
    };
  }

  private List<Ledger.Wish> wanted(Dossier dossier, Set<Step> steps) {
    PreparationRow row = dossier.row();
    List<Ledger.Wish> wishes = new ArrayList<>();
    List<StepRow> rows = new ArrayList<>();
    for (Step step : steps) {
      if (!dossier.steps().containsKey(step)) {
        var call = calls.of(dossier, step);
        String formatError = dossier.preparation().formatError(step, dossier.replies());
        rows.add(Steps.row(row, step, call.key(), formatError));
        wishes.add(new Ledger.Wish(row.study, call, row.rank));
      }
    }
    // Not before all calls are made out: what cannot be asked must leave no step without its call.
    StepRow.persist(rows);
    return wishes;
  }

  private void end(PreparationRow row, Stage stage, String reason) {
    row.stage = stage;
    row.reason = reason;
    chronicle.tell(
        stage == Stage.FINISHED
            ? new Fact.ConceptPrepared(row.study, row.id)
            : new Fact.ConceptFailed(row.study, row.id));
  }

  private List<Ledger.Wish> over(Dossier dossier, Stage stage, String reason) {
    end(dossier.row(), stage, reason);
    if (stage == Stage.FAILED) {
      dossier.steps().values().stream()
          .filter(step -> step.open || dossier.hasFailed(step))
          .forEach(StepRow::abandon);
    }
    return List.of();
  }
}
