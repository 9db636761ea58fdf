package dev.interact.orchestrator.preparation;

import static java.util.stream.Collectors.toMap;

import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.orchestrator.store.Store;
import dev.interact.preparation.flow.Next;
import dev.interact.preparation.order.Made;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rebuilds from rows what preparations ask of models, and what has become of their concepts. */
@Singleton
public class PreparationDesk {
  private static final int AT_ONCE = 20;

  private final Preparations preparations;
  private final PreparationCalls calls;
  private final Store store;

  PreparationDesk(Preparations preparations, PreparationCalls calls, Store store) {
    this.preparations = preparations;
    this.calls = calls;
    this.store = store;
  }

  /**
   * The preparations that some steps belong to. To be used within the transaction that opened it.
   */
  public final class Opened {
    private final Map<String, Dossier> dossiers;

    private Opened(Collection<StepRow> steps) {
      List<String> ids =
          steps.stream()
              .filter(step -> !step.kind.isOfDialogue())
              .map(step -> step.dialogue)
              .distinct()
              .toList();
      List<Dossier> read =
          ids.isEmpty()
              ? List.of()
              : Dossier.read(PreparationRow.byIds(ids), preparations::subject, store);
      this.dossiers =
          read.stream().collect(toMap(dossier -> dossier.row().id, Function.identity()));
    }

    /** The request of a step that a preparation waits for. */
    public ModelRequest request(Head head, StepRow step) {
      return calls.request(dossiers.get(step.dialogue), Steps.of(step), head);
    }

    /** The items of a sheet that a preparation waits for, as they are shown. */
    public ShownQuiz shown(StepRow step) {
      return PreparationCalls.shown(dossiers.get(step.dialogue), Steps.of(step));
    }
  }

  /** Opens the preparations of those of some steps that belong to one. */
  public Opened open(Collection<StepRow> steps) {
    return new Opened(steps);
  }

  /**
   * What has become of the concepts of a preparation that are over, in its order. Some at a time,
   * each in a transaction of its own.
   */
  public void made(String study, Consumer<Made> sink) {
    List<String> ids =
        QuarkusTransaction.requiringNew()
            .call(() -> PreparationRow.of(study).stream().map(row -> row.id).toList());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      QuarkusTransaction.requiringNew().call(() -> made(some)).forEach(sink);
    }
  }

  private List<Made> made(List<String> ids) {
    Map<String, PreparationRow> rows =
        PreparationRow.byIds(ids).stream().collect(toMap(row -> row.id, Function.identity()));
    return ids.stream().flatMap(id -> made(rows.get(id)).stream()).toList();
  }

  /** One that failed stays so, whatever has become of its calls since. */
  private Optional<Made> made(PreparationRow row) {
    return switch (row.stage) {
      case PLANNED, RUNNING -> Optional.empty();
      case FAILED -> Optional.of(new Made(row.conceptId, row.domain, null, row.reason));
      case FINISHED -> {
        Dossier dossier = Dossier.read(List.of(row), preparations::subject, store).getFirst();
        yield dossier.preparation().after(dossier.replies()) instanceof Next.Finished(var prepared)
            ? Optional.of(new Made(row.conceptId, row.domain, prepared, null))
            : Optional.empty();
      }
    };
  }
}
