package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow.Stage;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The arms of a study: how far they are, what they cost, and what they have learned. */
@Singleton
class Cells {
  private static final double POINTS = 100;

  private final Summaries summaries;

  Cells(Summaries summaries) {
    this.summaries = summaries;
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
      List<Point> curve) {}

  /**
   * A point of a learning curve; shares are from 0 to 1.
   *
   * @param low of the interval of 95%; null where there are too few concepts for one
   * @param high the same
   * @param n concepts
   * @param items that were marked
   */
  record Point(int turn, double mean, Double low, Double high, int n, int items) {
    static Point of(Curve.Point point) {
      return new Point(point.turn(), point.accuracy(), null, null, point.n(), point.items());
    }
  }

  /** The arms of a study, in their order. */
  List<Cell> of(StudyRow study) {
    Map<Arm, Dialogues> dialogues =
        QuarkusTransaction.requiringNew().call(() -> Dialogues.of(study.id)).stream()
            .collect(Collectors.toMap(Dialogues::arm, Function.identity()));
    return summaries.of(study).cells().stream()
        .map(cell -> cell(cell, dialogues.get(cell.arm())))
        .toList();
  }

  private static Cell cell(Summary.Cell cell, Dialogues dialogues) {
    return new Cell(
        dialogues.id(),
        cell.arm(),
        dialogues.at(Stage.PLANNED) + dialogues.at(Stage.AWAITING_DONOR),
        dialogues.at(Stage.AWAITING_LESSON) + dialogues.at(Stage.RUNNING),
        dialogues.at(Stage.FINISHED),
        dialogues.at(Stage.FAILED),
        cell.calls(),
        cell.tokens(),
        cell.cost(),
        cell.gain(),
        costPerPoint(cell),
        cell.curve().stream().map(Point::of).toList());
  }

  private static Double costPerPoint(Summary.Cell cell) {
    return cell.gain() == null || cell.gain() <= 0 ? null : cell.cost() / (cell.gain() * POINTS);
  }
}
