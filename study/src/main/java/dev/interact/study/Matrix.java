package dev.interact.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Expands a study into its cells. Axes that a condition ignores collapse to a single null. */
public final class Matrix {
  private static final List<String> NOBODY = Collections.singletonList(null);

  private Matrix() {}

  /** The cells of a study, each once: by condition, student, teacher, lesson author, seed. */
  public static List<Cell> cells(StudyFile study) {
    return study.conditions().stream()
        .flatMap(condition -> cells(study, condition).stream())
        .distinct()
        .toList();
  }

  private static List<Cell> cells(StudyFile study, Condition condition) {
    List<Cell> cells = new ArrayList<>();
    QuizMode mode = study.quiz().mode();
    for (String student : study.students()) {
      for (String teacher : teachers(study, condition)) {
        for (String author : authors(study, condition, teacher)) {
          for (Long seed : seeds(study, condition)) {
            cells.add(new Cell(condition, student, teacher, author, mode, seed));
          }
        }
      }
    }
    return cells;
  }

  private static List<String> teachers(StudyFile study, Condition condition) {
    return condition.hasDialogue() ? study.teachers() : NOBODY;
  }

  private static List<String> authors(StudyFile study, Condition condition, String teacher) {
    if (!condition.hasLesson()) {
      return NOBODY;
    }
    if (!study.lessonAuthors().isEmpty()) {
      return study.lessonAuthors();
    }
    return condition.hasDialogue() ? List.of(teacher) : study.teachers();
  }

  private static List<Long> seeds(StudyFile study, Condition condition) {
    return isSampled(study.temperature(), condition)
        ? study.seeds()
        : Collections.singletonList(null);
  }

  private static boolean isSampled(StudyFile.Temperature temperature, Condition condition) {
    return temperature.quiz() > 0 || (condition.hasDialogue() && temperature.dialogue() > 0);
  }

  /**
   * An upper bound of the model calls that a study makes if no answer has to be asked for twice.
   * Calls that several dialogues share, such as a lesson, are counted for each of them.
   */
  public static long plannedCalls(StudyFile study, Collection<Concept> concepts) {
    return cells(study).stream()
        .mapToLong(cell -> concepts.stream().mapToLong(c -> calls(study, cell, c)).sum())
        .sum();
  }

  private static long calls(StudyFile study, Cell cell, Concept concept) {
    int sheets = cell.quizMode().calls(concept.quiz().size());
    return cell.condition().calls(study.turns(), sheets);
  }
}
