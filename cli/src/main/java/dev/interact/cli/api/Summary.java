package dev.interact.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of a study: {@code summary.json}.
 *
 * @param concepts how many
 */
public record Summary(
    Study study, int concepts, List<Cell> cells, Totals totals, List<FailureCount> failures) {

  /** Which study. */
  public record Study(String id, String name, String state, int turns) {}

  /**
   * One condition with its models, over all concepts and seeds.
   *
   * @param teacher null where nobody answers
   * @param lessonAuthor null where there is no lesson
   * @param n concepts with a result
   * @param curve accuracy by turn, from turn 0
   * @param gain accuracy at the last turn less that at turn 0; null where there is none
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Cell(
      String condition,
      String student,
      String teacher,
      String lessonAuthor,
      String quizMode,
      int n,
      long dialogues,
      long failed,
      List<Point> curve,
      Double gain,
      long calls,
      Tokens tokens,
      double cost) {
    public Cell {
      curve = curve == null ? List.of() : List.copyOf(curve);
    }

    /** The accuracy at a turn, if there is one. */
    public Optional<Double> accuracy(int turn) {
      return curve.stream().filter(point -> point.turn() == turn).findFirst().map(Point::accuracy);
    }

    /** The last turn that has a quiz. */
    public int lastTurn() {
      return curve.stream().mapToInt(Point::turn).max().orElse(0);
    }

    Stream<String> models() {
      return Stream.of(student, teacher, lessonAuthor).filter(Objects::nonNull);
    }
  }

  /**
   * The quizzes after one turn; rates from 0 to 1, null where there is nothing to count.
   *
   * @param accuracy with unreadable answers counted as wrong
   * @param accuracyParsed over readable answers alone
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Point(
      int turn, int n, Double accuracy, Double accuracyParsed, Double parseFailureRate) {}

  /** All model calls, and the sendings that they took. */
  public record Totals(long calls, long attempts, Tokens tokens, double cost) {}

  public Summary {
    cells = cells == null ? List.of() : List.copyOf(cells);
    failures = failures == null ? List.of() : List.copyOf(failures);
  }

  /** Whether no real model took part. */
  public boolean isSimulated() {
    return cells.stream().flatMap(Cell::models).allMatch(alias -> alias.startsWith("offline"));
  }
}
