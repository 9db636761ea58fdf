package dev.interact.study.file;

import dev.interact.study.Condition;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Declaration;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;

/** Reads study files and says what is wrong with them. */
public final class StudyFiles {
  private static final Declaration<StudyFile> DECLARATION =
      new Declaration<>(Schema.named("study"), StudyFile.class, StudyFiles::missing);

  private StudyFiles() {}

  /**
   * Reads a study file.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public static StudyFile read(String yaml, String file) {
    return DECLARATION.read(yaml, file);
  }

  /** What is wrong with a study that did not come through {@link #read}. */
  static List<Problem> problems(StudyFile study) {
    return DECLARATION.problems(study);
  }

  /** What the conditions need and the study does not name. */
  private static List<Finding> missing(StudyFile study) {
    List<Finding> missing = new ArrayList<>(Experiments.problems(study));
    missing.addAll(People.problems(study));
    boolean noTeacher = study.teachers().isEmpty();
    for (Condition condition : study.conditions()) {
      if (condition.hasDialogue() && noTeacher) {
        missing.add(
            finding("teachers", "must name a model to answer in the condition ", condition));
      } else if (condition.hasLesson() && noTeacher && study.lessonAuthors().isEmpty()) {
        missing.add(
            finding(
                "lesson_authors",
                "must name a model (or teachers one) to write lessons in the condition ",
                condition));
      }
    }
    return missing;
  }

  private static Finding finding(String field, String message, Condition condition) {
    return new Finding(FieldPath.of(field), message + condition.label());
  }
}
