package dev.interact.study.prompt;

import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.Style;
import dev.interact.study.input.ContentHash;
import dev.interact.study.strategy.Strategy;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All templates that the dialogues of one domain use.
 *
 * @param student the student's side of a dialogue, and its quizzes
 * @param teacher answers the student
 * @param lesson writes the lesson
 * @param exam sits the quiz with the context in view
 * @param strategies what a student is told before it asks, by strategy
 * @param styles what is added to the teacher's instructions, by style
 * @param forks what stands in the place of a question or of a dialogue: {@code lecture}, {@code
 *     observed}, {@code notes}
 */
public record PromptSet(
    StudentPrompt student,
    TeacherPrompt teacher,
    TeacherPrompt lesson,
    TeacherPrompt exam,
    Map<String, String> strategies,
    Map<String, String> styles,
    Map<String, String> forks) {
  /** The name of the prompts for every domain that has none of its own. */
  public static final String GENERAL = "general";

  public PromptSet {
    Objects.requireNonNull(student, "student");
    Objects.requireNonNull(teacher, "teacher");
    Objects.requireNonNull(lesson, "lesson");
    Objects.requireNonNull(exam, "exam");
    strategies = sorted(strategies);
    styles = sorted(styles);
    forks = sorted(forks);
  }

  private static Map<String, String> sorted(Map<String, String> templates) {
    return templates == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(templates));
  }

  /** What a student is told before it asks; null where it is told nothing. */
  public String instruction(Strategy strategy) {
    return strategies.get(strategy.label());
  }

  /** The prompt of a teacher who answers in a style. */
  public TeacherPrompt teacher(Style style) {
    String more = styles.get(style.label());
    return more == null
        ? teacher
        : new TeacherPrompt(
            teacher.system().strip() + "\n\n" + more.strip(), teacher.task(), teacher.examples());
  }

  /** The content's hash. */
  public String hash() {
    return ContentHash.of("prompt-set", this);
  }
}
