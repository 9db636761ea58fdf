package dev.interact.analysis.curve;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What may be meant by a share that was recovered by asking. The paper does not say which it means,
 * so each has a name of its own. All are ratios of means over the same concepts, 1 is all of it; T
 * is the last turn.
 */
public enum Recovery {
  /** accuracy(T) of dynamic / full-context. */
  END_OVER_FULL_CONTEXT(Condition.DYNAMIC, Condition.FULL_CONTEXT, false),
  /** (accuracy(T) - accuracy(0)) of dynamic / (full-context - accuracy(0)). */
  GAP_TO_FULL_CONTEXT(Condition.DYNAMIC, Condition.FULL_CONTEXT, true),
  /** accuracy(T) of dynamic / static-lesson. */
  END_OVER_STATIC_LESSON(Condition.DYNAMIC, Condition.STATIC_LESSON, false),
  /** (accuracy(T) - accuracy(0)) of dynamic / (static-lesson - accuracy(0)). */
  GAP_TO_STATIC_LESSON(Condition.DYNAMIC, Condition.STATIC_LESSON, true),
  /** accuracy(T) of dynamic-with-lesson / full-context. */
  LESSON_END_OVER_FULL_CONTEXT(Condition.DYNAMIC_WITH_LESSON, Condition.FULL_CONTEXT, false),
  /** (accuracy(T) - accuracy(0)) of dynamic-with-lesson / (full-context - accuracy(0)). */
  LESSON_GAP_TO_FULL_CONTEXT(Condition.DYNAMIC_WITH_LESSON, Condition.FULL_CONTEXT, true);

  private final Condition condition;
  private final Condition reference;
  private final boolean fromStart;

  Recovery(Condition condition, Condition reference, boolean fromStart) {
    this.condition = condition;
    this.reference = reference;
    this.fromStart = fromStart;
  }

  /** The definition as a formula; accuracy(0) of dynamic is closed-book. */
  public String formula() {
    String end = "%s(T)".formatted(condition.label());
    String start = "%s(0)".formatted(condition.label());
    return fromStart
        ? "(%s - %s) / (%s - %s)".formatted(end, start, reference.label(), start)
        : "%s / %s".formatted(end, reference.label());
  }

  /**
   * Every definition that an arm has part in, one for each arm that may be its reference: of the
   * same student and quiz mode.
   */
  public static List<Recovered> all(Evidence evidence, ArmKey arm) {
    return Arrays.stream(values())
        .filter(definition -> arm.is(definition.condition))
        .flatMap(definition -> definition.of(evidence, arm))
        .toList();
  }

  private Stream<Recovered> of(Evidence evidence, ArmKey arm) {
    List<ArmKey> references =
        evidence.table().arms().stream()
            .filter(other -> other.is(reference))
            .filter(other -> other.student().equals(arm.student()))
            .filter(other -> other.quizMode() == arm.quizMode())
            .toList();
    return references.isEmpty()
        ? Stream.of(
            Recovered.none(
                this,
                arm,
                "the study has no '%s' of the student '%s' with this quiz mode"
                    .formatted(reference.label(), arm.student())))
        : references.stream().map(other -> of(evidence, arm, other));
  }

  private Recovered of(Evidence evidence, ArmKey arm, ArmKey other) {
    int last = evidence.table().lastTurn(arm);
    return new RecoveredShare(
            evidence,
            evidence.accuracies(new Sitting(arm, last)).means(),
            fromStart ? evidence.accuracies(new Sitting(arm, 0)).means() : null,
            evidence.accuracies(new Sitting(other, 0)).means())
        .of(this, arm, other);
  }
}
