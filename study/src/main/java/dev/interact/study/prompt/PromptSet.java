package dev.interact.study.prompt;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.StudyFile;
import dev.interact.study.Style;
import dev.interact.study.fork.Fork;
import dev.interact.study.fork.ForkKind;
import dev.interact.study.fork.Framing;
import dev.interact.study.input.ContentHash;
import dev.interact.study.input.InvalidField;
import dev.interact.study.strategy.Strategy;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All templates that the dialogues of one domain use.
 *
 * @param student the student's side of a dialogue, and its quizzes
 * @param teacher answers the student
 * @param lesson writes the lesson
 * @param exam sits the quiz with the context in view
 * @param author writes quizzes, when material is prepared; null in a study's own prompts
 * @param judge judges their items; null in a study's own prompts
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
    @JsonInclude(JsonInclude.Include.NON_NULL) TeacherPrompt author,
    @JsonInclude(JsonInclude.Include.NON_NULL) TeacherPrompt judge,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> strategies,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> styles,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> forks) {
  /** The name of the prompts for every domain that has none of its own. */
  public static final String GENERAL = "general";

  public PromptSet {
    require(student, "student");
    require(teacher, "teacher");
    require(lesson, "lesson");
    require(exam, "exam");
    strategies = sorted(strategies);
    styles = sorted(styles);
    forks = sorted(forks);
  }

  private static void require(Object prompt, String field) {
    if (prompt == null) {
      throw new InvalidField(field, "is missing");
    }
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

  /**
   * The same without prompts of strategies, styles, forks and preparation that a study does not
   * use.
   */
  public PromptSet usedBy(StudyFile study) {
    return new PromptSet(
        student,
        teacher,
        lesson,
        exam,
        null,
        null,
        only(strategies, study.strategies().stream().map(Strategy::label)),
        only(styles, study.styles().stream().map(Style::label)),
        only(forks, study.forks().stream().flatMap(PromptSet::named)));
  }

  /** The same without what only studies use. */
  public PromptSet usedByPreparations() {
    return new PromptSet(
        student, teacher, lesson, exam, author, judge, Map.of(), Map.of(), Map.of());
  }

  private static Stream<String> named(Fork fork) {
    String alone = fork.kind() == ForkKind.CONCAT ? Framing.NOTES.label() : fork.kind().label();
    return Stream.concat(Stream.of(alone), fork.framing().stream().map(Framing::label));
  }

  private static Map<String, String> only(Map<String, String> templates, Stream<String> names) {
    return names
        .filter(templates::containsKey)
        .distinct()
        .collect(Collectors.toMap(name -> name, templates::get));
  }

  /** The content's hash. */
  public String hash() {
    return ContentHash.of("prompt-set", this);
  }
}
