package dev.interact.study.prompt;

import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.input.ContentHash;
import java.util.Objects;

/**
 * All templates that the dialogues of one domain use.
 *
 * @param student the student's side of a dialogue, and its quizzes
 * @param teacher answers the student
 * @param lesson writes the lesson
 * @param exam sits the quiz with the context in view
 */
public record PromptSet(
    StudentPrompt student, TeacherPrompt teacher, TeacherPrompt lesson, TeacherPrompt exam) {
  /** The name of the prompts for every domain that has none of its own. */
  public static final String GENERAL = "general";

  public PromptSet {
    Objects.requireNonNull(student, "student");
    Objects.requireNonNull(teacher, "teacher");
    Objects.requireNonNull(lesson, "lesson");
    Objects.requireNonNull(exam, "exam");
  }

  /** The content's hash. */
  public String hash() {
    return ContentHash.of("prompt-set", this);
  }
}
