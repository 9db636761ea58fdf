package dev.interact.analysis.curve;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Quizzes;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Tally;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The accuracy of an arm after each turn. For a domain or a level, take the evidence of that slice.
 *
 * @param points in the order of turns, from 0
 */
public record LearningCurve(ArmKey arm, Evidence evidence, List<Point> points) {

  /**
   * A point of the curve.
   *
   * @param turn 0 before any question
   * @param accuracies by concept, from 0 to 1
   * @param accuracy the same as a sample
   * @param mean of it; null where there is no concept
   * @param unread share of items that could not be read, from 0 to 1; null where there is no
   *     concept
   */
  public record Point(
      int turn,
      SortedMap<String, Double> accuracies,
      Sample accuracy,
      Double mean,
      Controls controls,
      Double unread) {}

  /** The curve of an arm up to its last turn. */
  public static LearningCurve of(Evidence evidence, ArmKey arm) {
    return new LearningCurve(
        arm,
        evidence,
        IntStream.rangeClosed(0, evidence.table().lastTurn(arm))
            .mapToObj(turn -> point(evidence, new Sitting(arm, turn)))
            .toList());
  }

  private static Point point(Evidence evidence, Sitting sitting) {
    Quizzes quizzes = evidence.quizzes(sitting);
    SortedMap<String, Double> accuracies = quizzes.scores(evidence.rules().parseFailures()).means();
    Sample sample = evidence.sample(accuracies);
    return new Point(
        sitting.turn(),
        accuracies,
        sample,
        sample.mean(),
        Controls.of(evidence, quizzes),
        evidence.mean(quizzes, Tally::unread));
  }

  /** The last turn. */
  public int lastTurn() {
    return points.size() - 1;
  }

  /** By concept: accuracy after the last turn less that before the first. */
  public Sample gain() {
    return each(path -> path[path.length - 1] - path[0]);
  }

  /**
   * By concept: the area under the curve by the trapezoidal rule over the number of turns, which is
   * an accuracy from 0 to 1; without turns the accuracy itself.
   */
  public Sample auc() {
    return each(
        path -> {
          double area = 0;
          for (int turn = 1; turn < path.length; turn++) {
            area += (path[turn - 1] + path[turn]) / 2;
          }
          return path.length == 1 ? path[0] : area / (path.length - 1);
        });
  }

  /** By concept: what is still to come after a turn, accuracy after the last less that after it. */
  public Sample remaining(int turn) {
    return each(path -> path[path.length - 1] - path[turn]);
  }

  /**
   * The first turn from which on the mean is never further than a margin from its last value; null
   * where that is only the last turn. The mean is over the concepts that have all turns.
   *
   * @param margin from 0 to 1
   */
  public Integer saturationTurn(double margin) {
    Integer saturated = null;
    for (int turn = lastTurn() - 1; turn >= 0; turn--) {
      Double remaining = remaining(turn).mean();
      if (remaining == null || Math.abs(remaining) > margin) {
        return saturated;
      }
      saturated = turn;
    }
    return saturated;
  }

  private Sample each(ToDoubleFunction<double[]> figure) {
    Set<String> complete = new TreeSet<>(points.getFirst().accuracies().keySet());
    points.forEach(point -> complete.retainAll(point.accuracies().keySet()));
    SortedMap<String, Double> figures = new TreeMap<>();
    for (String concept : complete) {
      double[] path =
          points.stream().mapToDouble(point -> point.accuracies().get(concept)).toArray();
      figures.put(concept, figure.applyAsDouble(path));
    }
    return evidence.sample(figures);
  }
}
