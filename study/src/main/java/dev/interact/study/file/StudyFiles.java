package dev.interact.study.file;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.study.Condition;
import dev.interact.study.StudyFile;
import dev.interact.study.input.Document;
import dev.interact.study.input.FieldPath;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import dev.interact.study.input.Schema;
import dev.interact.study.input.Schema.Finding;
import java.util.ArrayList;
import java.util.List;

/** Reads study files and says what is wrong with them. */
public final class StudyFiles {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();
  private static final Schema SCHEMA = Schema.named("study");

  private StudyFiles() {}

  /**
   * Reads a study file.
   *
   * @param file its name, for messages
   * @throws InvalidInput with all problems that can be told from the file alone
   */
  public static StudyFile read(String yaml, String file) {
    Document document = Document.yaml(yaml, file);
    InvalidInput.throwIfAny(SCHEMA.check(document));
    StudyFile study = bind(document);
    InvalidInput.throwIfAny(
        missing(study).stream()
            .map(finding -> document.problem(finding.path(), finding.message()))
            .sorted(comparing(Problem::line))
            .toList());
    return study;
  }

  private static StudyFile bind(Document document) {
    try {
      return MAPPER.treeToValue(document.root(), StudyFile.class);
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(document.file(), e.getOriginalMessage());
    }
  }

  /** What is wrong with a study that did not come through {@link #read}. */
  static List<Problem> problems(StudyFile study) {
    List<Finding> findings = new ArrayList<>(SCHEMA.check(MAPPER.valueToTree(study)));
    findings.addAll(missing(study));
    return findings.stream()
        .map(finding -> new Problem(null, 0, finding.path().toString(), finding.message()))
        .toList();
  }

  /** What the conditions need and the study does not name. */
  private static List<Finding> missing(StudyFile study) {
    List<Finding> missing = new ArrayList<>(Experiments.problems(study));
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
