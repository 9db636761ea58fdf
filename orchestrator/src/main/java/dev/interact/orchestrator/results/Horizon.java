package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.study.Cell;
import dev.interact.study.Course;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.fork.ForkKind;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many turns the dialogues of an arm are planned with, and what stands for those that one does
 * not have: a dialogue that ended early keeps what it knew at its end (the last observation is
 * carried forward), so that every turn is a mean over the same dialogues. One of the fork {@code
 * candidates} that ended before its turn has asked nothing there: it is no observation of it.
 *
 * @param turns planned; 0 where nothing is asked
 * @param carried the last turn to which an observation is carried forward
 */
public record Horizon(int turns, int carried) {

  /** The horizons of a study's arms. */
  public static Map<Arm, Horizon> of(StudyFile study) {
    return Matrix.cells(study).stream()
        .collect(Collectors.toMap(Arm::of, cell -> of(study, cell), (one, same) -> one));
  }

  private static Horizon of(StudyFile study, Cell cell) {
    int turns = Course.turns(study, cell.condition(), cell.branch(), 1).size();
    boolean asksAtItsEnd = cell.branch() != null && cell.branch().kind() == ForkKind.CANDIDATES;
    return new Horizon(turns, asksAtItsEnd ? turns - 1 : turns);
  }

  /**
   * The turns that an observation after one of them counts for.
   *
   * @param end the dialogue's last turn, where it may have fewer than planned; else null
   */
  IntStream from(int turn, Integer end) {
    boolean isLast = end != null && end == turn;
    return IntStream.rangeClosed(turn, isLast ? Math.max(turn, carried) : turn);
  }
}
