package dev.interact.orchestrator.cell;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.live.StudyCurves;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.projection.CurvePoint;
import dev.interact.orchestrator.results.Dialogues;
import dev.interact.orchestrator.status.Spending;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The arms of a study: how far they are, what they cost, and what they have learned. */
@Singleton
class Cells {
  private static final double POINTS = 100;

  private final StudyCurves curves;
  private final Spending spending;

  Cells(StudyCurves curves, Spending spending) {
    this.curves = curves;
    this.spending = spending;
  }

  /**
   * One arm.
   *
   * @param id tells it from other arms of its study
   * @param planned dialogues that have not started
   * @param calls model answers that its dialogues used, shared ones included
   * @param cost in US dollars
   * @param gain accuracy after the last turn less that before the first; null without turns
   * @param costPerPoint US dollars for each percentage point of the gain; null where there is none
   * @param curve its points by turn; empty where no dialogue has finished
   */
  record Cell(
      String id,
      @JsonUnwrapped Arm arm,
      long planned,
      long running,
      long finished,
      long failed,
      long calls,
      StudyStatus.Tokens tokens,
      double cost,
      Double gain,
      Double costPerPoint,
      List<CurvePoint> curve) {}

  /**
   * The arms of a study, in their order.
   *
   * @throws dev.interact.orchestrator.study.NotAStudy if it is a preparation
   */
  List<Cell> of(StudyRow study) {
    Map<String, List<CurvePoint>> points = curves.byArm(study.id);
    return QuarkusTransaction.requiringNew().call(() -> cells(study.id, points));
  }

  private List<Cell> cells(String study, Map<String, List<CurvePoint>> points) {
    Map<String, List<Spending.Line>> spent =
        spending.byArm(study).stream().collect(Collectors.groupingBy(Spending.Line::arm));
    return Dialogues.of(study).stream()
        .sorted(Comparator.comparing(Dialogues::arm, Arm.ORDER))
        .map(
            dialogues ->
                cell(
                    dialogues,
                    spent.getOrDefault(dialogues.id(), List.of()),
                    points.getOrDefault(dialogues.id(), List.of())))
        .toList();
  }

  private static Cell cell(Dialogues dialogues, List<Spending.Line> spent, List<CurvePoint> curve) {
    double cost = spent.stream().mapToDouble(Spending.Line::cost).sum();
    Double gain = curve.size() < 2 ? null : curve.getLast().mean() - curve.getFirst().mean();
    return new Cell(
        dialogues.id(),
        dialogues.arm(),
        dialogues.at(Stage.PLANNED) + dialogues.at(Stage.AWAITING_DONOR),
        dialogues.at(Stage.AWAITING_LESSON) + dialogues.at(Stage.RUNNING),
        dialogues.at(Stage.FINISHED),
        dialogues.at(Stage.FAILED),
        spent.stream().mapToLong(Spending.Line::calls).sum(),
        Spending.tokens(spent),
        cost,
        gain,
        gain == null || gain <= 0 ? null : cost / (gain * POINTS),
        curve);
  }
}
