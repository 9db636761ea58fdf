package dev.interact.study;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a student has to learn from before and between its quizzes. */
public enum Condition {
  /** Nothing: the quiz alone. */
  CLOSED_BOOK(false, false),
  /** A lesson, then the quiz. */
  STATIC_LESSON(true, false),
  /** A dialogue with a teacher, a quiz after every turn. */
  DYNAMIC(false, true),
  /** A lesson first, then a dialogue with a teacher. */
  DYNAMIC_WITH_LESSON(true, true),
  /** The context itself: the paper's teacher bound, taken by the student's own model. */
  FULL_CONTEXT(false, false);

  private final boolean lesson;
  private final boolean dialogue;

  Condition(boolean lesson, boolean dialogue) {
    this.lesson = lesson;
    this.dialogue = dialogue;
  }

  /** The condition's name in study files, results and APIs: {@code closed-book} and so on. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The condition of a label.
   *
   * @throws IllegalArgumentException if there is none; the message lists the labels
   */
  @JsonCreator
  public static Condition fromLabel(String label) {
    return Arrays.stream(values())
        .filter(condition -> condition.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no condition; there are %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(Condition::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** Whether the student is given a lesson before anything else. */
  public boolean hasLesson() {
    return lesson;
  }

  /** Whether the student asks questions. */
  public boolean hasDialogue() {
    return dialogue;
  }
}
