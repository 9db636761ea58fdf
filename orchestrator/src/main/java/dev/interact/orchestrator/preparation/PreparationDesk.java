package dev.interact.orchestrator.preparation;

import static java.util.stream.Collectors.toMap;

import dev.interact.contracts.Head;
import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.quiz.ShownQuiz;
import dev.interact.preparation.flow.Next;
import dev.interact.preparation.order.Made;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Rebuilds from rows what preparations ask of models, and what has become of their concepts. */
@Singleton
public class PreparationDesk {
  private static final int AT_ONCE = 50;

  private final Preparations preparations;
  private final PreparationCalls calls;

  PreparationDesk(Preparations preparations, PreparationCalls calls) {
    this.preparations = preparations;
    this.calls = calls;
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
              : Dossier.read(PreparationRow.byIds(ids), preparations::subject);
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

  /** What has become of the concepts of a preparation that are over, in its order. */
  public void made(String study, Consumer<Made> sink) {
    List<PreparationRow> rows = PreparationRow.of(study);
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      List<PreparationRow> some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
      Dossier.read(some, preparations::subject).forEach(dossier -> made(dossier, sink));
    }
  }

  private static void made(Dossier dossier, Consumer<Made> sink) {
    PreparationRow row = dossier.row();
    switch (dossier.preparation().after(dossier.replies())) {
      case Next.Finished(var prepared) ->
          sink.accept(new Made(row.conceptId, row.domain, prepared, null));
      case Next.Failed(String reason) ->
          sink.accept(new Made(row.conceptId, row.domain, null, reason));
      case Next.Waits waits -> {}
    }
  }
}
