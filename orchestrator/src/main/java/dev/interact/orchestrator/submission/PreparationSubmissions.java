package dev.interact.orchestrator.submission;

import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.preparation.PreparationRow;
import dev.interact.orchestrator.presence.ModelCheck;
import dev.interact.orchestrator.study.ConceptRow;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.preparation.flow.Preparation;
import dev.interact.preparation.order.OrderCheck;
import dev.interact.preparation.order.PreparationOrder;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes preparations. They are named by their content, so that sending twice is harmless. */
@Singleton
class PreparationSubmissions {
  private final ModelCheck models;
  private final Accounts accounts;
  private final Writer writer;
  private final Lifecycle lifecycle;
  private final Chronicle chronicle;
  private final Clock clock = Clock.systemUTC();

  PreparationSubmissions(
      ModelCheck models,
      Accounts accounts,
      Writer writer,
      Lifecycle lifecycle,
      Chronicle chronicle) {
    this.models = models;
    this.lifecycle = lifecycle;
    this.chronicle = chronicle;
    this.accounts = accounts;
    this.writer = writer;
  }

  /**
   * Stores a preparation; one that is known goes on if it was paused.
   *
   * @return whether it is new
   * @throws InvalidInput if it cannot be run
   */
  boolean submit(PreparationOrder order) {
    check(order);
    String id = order.id();
    if (StudyRow.count("id", id) > 0) {
      goOn(order);
      return false;
    }
    InvalidInput.throwIfAny(models.unusable(order.recipe()));
    QuarkusTransaction.requiringNew().run(() -> add(order));
    return true;
  }

  private void check(PreparationOrder order) {
    List<Problem> problems = new ArrayList<>(OrderCheck.problems(order));
    if (problems.isEmpty()) {
      problems.addAll(ConceptRow.missing(order.concepts()));
      problems.addAll(models.unknown(order.recipe()));
    }
    InvalidInput.throwIfAny(problems);
  }

  private void goOn(PreparationOrder order) {
    writer.exclusively(
        () -> {
          if (order.recipe().budget() != null) {
            accounts.cap(order.id(), order.recipe().budget());
          }
          lifecycle.apply(order.id(), Control.SUBMIT);
          return null;
        });
  }

  private void add(PreparationOrder order) {
    StudyRow row = new StudyRow(order, Library.write(order), clock.instant());
    row.persist();
    int concepts = order.concepts().size();
    long calls = Preparation.leastCalls(order.recipe());
    chronicle.tell(row.planned(concepts, concepts * calls));
    accounts.cap(row.id, order.recipe().budget());
    Map<String, ConceptRow.Name> names =
        ConceptRow.names(order.concepts()).stream()
            .collect(Collectors.toMap(ConceptRow.Name::hash, Function.identity()));
    long rank = 0;
    for (String hash : order.concepts()) {
      PreparationRow concept = new PreparationRow(row.id, names.get(hash), calls);
      concept.rank = ++rank;
      concept.persist();
    }
  }
}
