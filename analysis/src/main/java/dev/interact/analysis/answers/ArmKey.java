package dev.interact.analysis.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An arm of a study: all that its dialogues have in common beside concept and draw. Arms that
 * differ in anything, such as the mode of the quiz, are never pooled. Null where an axis does not
 * apply.
 *
 * @param condition by its label; the kind of fork, where it is one
 * @param student alias
 * @param teacher alias
 * @param lessonAuthor alias
 * @param strategy by its label
 * @param from alias of the student whose dialogue is forked
 * @param at the turn of the fork
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ArmKey(
    @JsonProperty(required = true) String condition,
    @JsonProperty(required = true) String student,
    String teacher,
    String lessonAuthor,
    @JsonProperty(required = true) QuizMode quizMode,
    String strategy,
    Style style,
    String from,
    Framing framing,
    Integer at)
    implements Comparable<ArmKey> {

  private static final List<String> CONDITIONS =
      Stream.concat(
              Arrays.stream(Condition.values()).map(Condition::label),
              Arrays.stream(ForkKind.values()).map(ForkKind::label))
          .toList();
  private static final Comparator<ArmKey> ORDER =
      Comparator.comparing((ArmKey arm) -> CONDITIONS.indexOf(arm.condition))
          .thenComparing(ArmKey::condition)
          .thenComparing(ArmKey::student)
          .thenComparing(ArmKey::teacher, nullsFirst())
          .thenComparing(ArmKey::lessonAuthor, nullsFirst())
          .thenComparing(ArmKey::quizMode)
          .thenComparing(ArmKey::strategy, nullsFirst())
          .thenComparing(ArmKey::style, nullsFirst())
          .thenComparing(ArmKey::from, nullsFirst())
          .thenComparing(ArmKey::framing, nullsFirst())
          .thenComparing(ArmKey::at, nullsFirst());

  private static <T extends Comparable<? super T>> Comparator<T> nullsFirst() {
    return Comparator.nullsFirst(Comparator.naturalOrder());
  }

  /** Whether it is of a condition; forks are of none. */
  public boolean is(Condition other) {
    return condition.equals(other.label());
  }

  /** Whether it is a fork of a kind. */
  public boolean is(ForkKind kind) {
    return condition.equals(kind.label());
  }

  /** The kind of fork that it is; empty where it is none. */
  public Optional<ForkKind> fork() {
    return Arrays.stream(ForkKind.values()).filter(this::is).findFirst();
  }

  /** By condition, as they are documented, then by the other axes. */
  @Override
  public int compareTo(ArmKey other) {
    return ORDER.compare(this, other);
  }
}
