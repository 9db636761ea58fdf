package dev.interact.analysis.answers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What arms are called beside each other. A label names the condition, and of the other axes those
 * alone in which arms of the study differ: {@code dynamic · gpt-4o-mini ← gpt-4o}. Two arms never
 * have the same label.
 */
public final class ArmLabels {
  private static final String SEPARATOR = " · ";

  /** An axis, and how its value is said. */
  private enum Axis {
    STUDENT(ArmKey::student, "%s"),
    TEACHER(ArmKey::teacher, "← %s"),
    LESSON_AUTHOR(ArmKey::lessonAuthor, "lesson by %s"),
    QUIZ_MODE(arm -> arm.quizMode().label(), "%s quiz"),
    STRATEGY(ArmKey::strategy, "asks by %s"),
    STYLE(arm -> arm.style() == null ? null : arm.style().label(), "answers %s"),
    FROM(ArmKey::from, "from %s"),
    FRAMING(arm -> arm.framing() == null ? null : arm.framing().label(), "shown as %s"),
    AT(arm -> Objects.toString(arm.at(), null), "at turn %s");

    private final Function<ArmKey, String> value;
    private final String format;

    Axis(Function<ArmKey, String> value, String format) {
      this.value = value;
      this.format = format;
    }

    private Stream<String> values(Collection<ArmKey> arms) {
      return arms.stream().map(value).distinct();
    }
  }

  private final List<ArmKey> arms;

  /**
   * Labels of the arms of a study.
   *
   * @param arms all of them
   */
  public ArmLabels(Collection<ArmKey> arms) {
    this.arms = List.copyOf(arms);
  }

  /** What one of the arms is called. */
  public String of(ArmKey arm) {
    List<ArmKey> alike = arms.stream().filter(a -> a.condition().equals(arm.condition())).toList();
    List<String> parts = new ArrayList<>(List.of(arm.condition()));
    for (Axis axis : Axis.values()) {
      String value = axis.value.apply(arm);
      boolean differs =
          axis.values(arms).filter(Objects::nonNull).count() > 1 || axis.values(alike).count() > 1;
      if (differs && value != null) {
        parts.add(axis.format.formatted(value));
      }
    }
    return parts.stream().collect(Collectors.joining(SEPARATOR)).replace(SEPARATOR + "←", " ←");
  }
}
