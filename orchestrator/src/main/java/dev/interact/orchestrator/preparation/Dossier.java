package dev.interact.orchestrator.preparation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.progress.Ongoing;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.store.Store;
import dev.interact.preparation.flow.Ended;
import dev.interact.preparation.flow.Preparation;
import dev.interact.preparation.flow.Step;
import dev.interact.study.Concept;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The preparation of one concept with all that models have replied so far.
 *
 * @param steps what was ever waited for
 * @param replies of those whose calls have ended
 */
record Dossier(
    PreparationRow row,
    Concept concept,
    Preparation preparation,
    Map<Step, StepRow> steps,
    Map<Step, Ended> replies) {

  /** A concept of a preparation, before anything of it is asked. */
  @FunctionalInterface
  interface Subjects {
    Dossier of(PreparationRow row);
  }

  /** An empty one. */
  Dossier(PreparationRow row, Concept concept, Preparation preparation) {
    this(row, concept, preparation, new HashMap<>(), new HashMap<>());
  }

  /** Those of some rows, with what the database knows. To be called within a transaction. */
  static List<Dossier> read(Collection<PreparationRow> rows, Subjects subjects, Store store) {
    List<String> ids = rows.stream().map(row -> row.id).toList();
    Map<String, List<StepRow>> steps =
        Ongoing.of(store).stepsOf(ids).stream().collect(groupingBy(step -> step.dialogue));
    Map<String, CallRow> calls =
        Calls.of(store)
            .byKeys(
                steps.values().stream()
                    .flatMap(List::stream)
                    .map(step -> step.call)
                    .distinct()
                    .toList())
            .stream()
            .collect(toMap(call -> call.key, Function.identity()));
    return rows.stream()
        .map(subjects::of)
        .peek(
            dossier ->
                steps
                    .getOrDefault(dossier.row.id, List.of())
                    .forEach(step -> dossier.add(step, calls.get(step.call))))
        .toList();
  }

  private void add(StepRow row, CallRow call) {
    Step step = Steps.of(row);
    steps.put(step, row);
    if (call.isSettled()) {
      replies.put(step, ended(call));
    }
  }

  /** Whether the call of a step failed for good. */
  boolean hasFailed(StepRow step) {
    return replies.get(Steps.of(step)) instanceof Ended.Failed;
  }

  private static Ended ended(CallRow call) {
    if (call.status == CallRow.Status.FAILED) {
      return new Ended.Failed(String.valueOf(call.reason));
    }
    return call.kind.isGraded()
        ? new Ended.Sat(
            call.choices == null ? List.of() : Arrays.asList(call.choices), call.formatError)
        : new Ended.Said(call.reply);
  }
}
