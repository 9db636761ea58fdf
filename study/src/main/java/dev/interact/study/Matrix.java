package dev.interact.study;

import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Expands a study into its cells. Axes that a condition ignores collapse. */
public final class Matrix {
  private static final List<String> NOBODY = Collections.singletonList(null);

  private Matrix() {}

  /**
   * The cells of a study, each once: by condition, quiz mode, student, teacher, lesson author,
   * strategy, style and draw; then its forks. A donor comes before its forks.
   */
  public static List<Cell> cells(StudyFile study) {
    List<Cell> cells = new ArrayList<>();
    for (Condition condition : study.conditions()) {
      for (QuizMode mode : study.quiz().modes()) {
        cells.addAll(cells(study, condition, mode));
      }
    }
    List<Cell> plain = cells.stream().distinct().toList();
    List<Cell> all = new ArrayList<>(plain);
    all.addAll(new ForkCells(study, plain).all());
    return List.copyOf(all);
  }

  private static List<Cell> cells(StudyFile study, Condition condition, QuizMode mode) {
    List<Cell> cells = new ArrayList<>();
    for (String student : study.students()) {
      for (String teacher : teachers(study, condition)) {
        for (String author : authors(study, condition, teacher)) {
          for (Strategy strategy : strategies(study, condition)) {
            for (Style style : styles(study, condition)) {
              for (Draw draw :
                  draws(study, condition, List.of(student, orNobody(teacher)), author)) {
                cells.add(
                    new Cell(
                        condition, student, teacher, author, mode, draw, strategy, style, null));
              }
            }
          }
        }
      }
    }
    return cells;
  }

  private static String orNobody(String alias) {
    return alias == null ? "" : alias;
  }

  private static List<Strategy> strategies(StudyFile study, Condition condition) {
    return condition.hasDialogue() ? study.strategies() : Collections.singletonList(null);
  }

  private static List<Style> styles(StudyFile study, Condition condition) {
    return condition.hasDialogue() ? study.styles() : Collections.singletonList(null);
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

  private static List<Draw> draws(
      StudyFile study, Condition condition, List<String> speakers, String author) {
    List<Long> seeds =
        isSampled(study, condition, speakers) ? study.seeds() : Collections.singletonList(null);
    int lessons =
        author != null && study.temperatureOf(author).lesson() > 0 ? study.draws().lesson() : 1;
    List<Draw> draws = new ArrayList<>();
    for (Long seed : seeds) {
      for (int lesson = 0; lesson < lessons; lesson++) {
        for (int order = 0; order < study.draws().optionOrder(); order++) {
          draws.add(new Draw(seed, lesson, order));
        }
      }
    }
    return draws;
  }

  /** Whether something in a dialogue is sampled; sampled sheets are drawn within one. */
  private static boolean isSampled(StudyFile study, Condition condition, List<String> speakers) {
    boolean sheets =
        study.draws().sheet() == 1 && study.temperatureOf(speakers.getFirst()).quiz() > 0;
    return sheets
        || (condition.hasDialogue()
            && speakers.stream().anyMatch(model -> study.temperatureOf(model).dialogue() > 0));
  }

  /** How many of some cells people sit in. */
  public static long seats(Collection<Cell> cells) {
    return cells.stream().filter(cell -> Human.is(cell.student())).count();
  }

  /**
   * An upper bound of the model calls that a study makes if no answer has to be asked for twice.
   * Calls that several dialogues share, such as a lesson or what a fork takes over, are counted for
   * each of them; what is asked of people is no call.
   */
  public static long plannedCalls(StudyFile study, Collection<Concept> concepts) {
    return cells(study).stream()
        .mapToLong(cell -> concepts.stream().mapToLong(c -> calls(study, cell, c)).sum())
        .sum();
  }

  private static long calls(StudyFile study, Cell cell, Concept concept) {
    Course course = Course.of(study, cell, concept.quiz().size());
    long lesson = cell.condition().hasLesson() ? 1 : 0;
    return lesson + (Human.is(cell.student()) ? course.turns().size() : course.calls());
  }
}
