package dev.interact.orchestrator.progress;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.study.Cell;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An arm of a study: all that its dialogues have in common beside concept and draw. Null where an
 * axis does not apply.
 *
 * @param condition the kind of fork, where it is one
 * @param strategy by its label
 * @param from the student whose dialogue is forked
 * @param at the turn of the fork
 */
public record Arm(
    String condition,
    String student,
    String teacher,
    String lessonAuthor,
    QuizMode quizMode,
    String strategy,
    Style style,
    String from,
    Framing framing,
    Integer at) {

  private static final Comparator<String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
  private static final List<String> CONDITIONS =
      Stream.concat(
              Arrays.stream(Condition.values()).map(Condition::label),
              Arrays.stream(ForkKind.values()).map(ForkKind::label))
          .toList();

  /** By condition, as they are documented, then by the other axes. */
  public static final Comparator<Arm> ORDER =
      Comparator.comparing((Arm arm) -> CONDITIONS.indexOf(arm.condition()))
          .thenComparing(Arm::student)
          .thenComparing(Arm::teacher, TEXT)
          .thenComparing(Arm::lessonAuthor, TEXT)
          .thenComparing(Arm::quizMode)
          .thenComparing(Arm::strategy, TEXT)
          .thenComparing(Arm::style, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Arm::from, TEXT)
          .thenComparing(Arm::framing, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Arm::at, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The arm of a cell. */
  public static Arm of(Cell cell) {
    var branch = cell.branch();
    return new Arm(
        cell.label(),
        cell.student(),
        cell.teacher(),
        cell.lessonAuthor(),
        cell.quizMode(),
        cell.strategy() == null ? null : cell.strategy().label(),
        cell.style(),
        branch == null || branch.donor() == null ? null : branch.donor().student(),
        branch == null ? null : branch.framing(),
        branch == null ? null : branch.at());
  }

  /** The same as the analysis knows it. */
  public ArmKey key() {
    return new ArmKey(
        condition, student, teacher, lessonAuthor, quizMode, strategy, style, from, framing, at);
  }

  /** What tells it from other arms of its study. */
  String id() {
    return Stream.of(
            condition, student, teacher, lessonAuthor, quizMode, strategy, style, from, framing, at)
        .map(Objects::toString)
        .collect(Collectors.joining("|"));
  }
}
