package dev.interact.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.registry.Model;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The results of a study: {@code summary.json}.
 *
 * @param concepts how many
 * @param flips of sheets that were sat twice, by student; empty where none were
 */
public record Summary(
    Study study,
    int concepts,
    List<Cell> cells,
    List<Flips> flips,
    Totals totals,
    List<FailureCount> failures) {

  /** Which study. */
  public record Study(String id, String name, String state, int turns) {}

  /**
   * One arm of the study, over all concepts and draws. What does not apply to it is null.
   *
   * @param condition the kind of fork where it is one
   * @param teacher null where nobody answers
   * @param lessonAuthor null where there is no lesson
   * @param strategy how the student asks
   * @param style how the teacher answers
   * @param from the student whose dialogue is forked
   * @param framing as what the student is shown what it takes over
   * @param at the turn of the fork
   * @param n concepts with a result
   * @param turns that its dialogues have on average
   * @param curve accuracy by turn, from turn 0
   * @param reportedHalf the same on the half of the quiz that selects no questions; empty in
   *     studies where none does
   * @param passAt Pass@k by turn; empty where each sheet is sat once
   * @param gain accuracy at the last turn less that at turn 0; null where there is none
   * @param sharedPrefix which part of the input tokens repeats how an earlier call of the same
   *     dialogue begins; null where that is not known
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Cell(
      String condition,
      String student,
      String teacher,
      String lessonAuthor,
      String quizMode,
      String strategy,
      String style,
      String from,
      String framing,
      Integer at,
      int n,
      long dialogues,
      long failed,
      Double turns,
      List<Point> curve,
      List<Point> reportedHalf,
      List<PassAt> passAt,
      Double gain,
      long calls,
      Tokens tokens,
      Double sharedPrefix,
      double cost) {
    public Cell {
      curve = curve == null ? List.of() : List.copyOf(curve);
      reportedHalf = reportedHalf == null ? List.of() : List.copyOf(reportedHalf);
      passAt = passAt == null ? List.of() : List.copyOf(passAt);
    }

    /** The accuracy at a turn, if there is one. */
    public Optional<Double> accuracy(int turn) {
      return curve.stream().filter(point -> point.turn() == turn).findFirst().map(Point::accuracy);
    }

    /** The last turn that has a quiz. */
    public int lastTurn() {
      return curve.stream().mapToInt(Point::turn).max().orElse(0);
    }

    /** Whether some of its dialogues ended before they had to. */
    public boolean endsEarly() {
      return turns != null && turns < lastTurn();
    }

    Stream<String> models() {
      return Stream.of(student, teacher, lessonAuthor, from).filter(Objects::nonNull);
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

  /**
   * How likely one of k sampled sheets has an item right; rates from 0 to 1.
   *
   * @param samples sheets that it is estimated from
   * @param chance what guessing would give
   */
  public record PassAt(int turn, int k, int samples, double pass, double chance) {}

  /**
   * Answers that were asked for twice, and those of them that came out otherwise.
   *
   * @param model the student
   */
  public record Flips(String model, long items, long flipped) {}

  /** All model calls, and the sendings that they took. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Totals(
      long calls, long attempts, Tokens tokens, Double sharedPrefix, double cost) {}

  public Summary {
    cells = cells == null ? List.of() : List.copyOf(cells);
    flips = flips == null ? List.of() : List.copyOf(flips);
    failures = failures == null ? List.of() : List.copyOf(failures);
  }

  /** Whether some strategy selects questions by half of the quiz. */
  public boolean selectsOnQuiz() {
    return cells.stream().anyMatch(cell -> !cell.reportedHalf().isEmpty());
  }

  /** Whether no real model took part. */
  public boolean isSimulated() {
    return cells.stream().flatMap(Cell::models).allMatch(Model::isOffline);
  }

  /** Whether an offline model took part. */
  public boolean simulatesSome() {
    return cells.stream().flatMap(Cell::models).anyMatch(Model::isOffline);
  }
}
