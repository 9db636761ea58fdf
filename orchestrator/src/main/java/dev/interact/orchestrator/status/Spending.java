package dev.interact.orchestrator.status;

import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * What studies spent. A call that several cells share counts in each of them, and once in the
 * study's total.
 */
@Singleton
public class Spending {
  private final EntityManager database;
  private final ModelRegistry registry;

  Spending(EntityManager database, ModelRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** Which cells' calls; lines without a cell are of the study as a whole. */
  public record Cell(
      Condition condition,
      String student,
      String teacher,
      String lessonAuthor,
      QuizMode quizMode) {}

  /**
   * What was spent on one model.
   *
   * @param cell null where the line is of the whole study
   * @param cost in US dollars, at the registry's present prices
   */
  public record Line(
      Cell cell, String model, long calls, long attempts, long input, long output, double cost) {}

  /** A study's spending as a whole, by model. */
  public List<Line> ofStudy(String study) {
    return lines(
        study,
        """
        select null, null, null, null, null, c.model, count(distinct c.key), count(a.id),
               coalesce(sum(a.input_tokens), 0), coalesce(sum(a.output_tokens), 0)
        from (select distinct call from step where study = :study) s
        join call c on c.key = s.call
        left join attempt a on a.call = c.key
        group by c.model
        order by c.model
        """);
  }

  /** A study's spending by cell and model. */
  public List<Line> byCell(String study) {
    return lines(
        study,
        """
        select s.condition, s.student, s.teacher, s.lesson_author, s.quiz_mode, c.model,
               count(distinct c.key), count(a.id),
               coalesce(sum(a.input_tokens), 0), coalesce(sum(a.output_tokens), 0)
        from (
          select distinct d.condition, d.student, d.teacher, d.lesson_author, d.quiz_mode, s.call
          from step s join dialogue d on d.id = s.dialogue
          where s.study = :study) s
        join call c on c.key = s.call
        left join attempt a on a.call = c.key
        group by s.condition, s.student, s.teacher, s.lesson_author, s.quiz_mode, c.model
        """);
  }

  private List<Line> lines(String study, String sql) {
    List<?> rows = database.createNativeQuery(sql).setParameter("study", study).getResultList();
    return rows.stream().map(Object[].class::cast).map(this::line).toList();
  }

  private Line line(Object[] row) {
    Cell cell =
        row[0] == null
            ? null
            : new Cell(
                Condition.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                QuizMode.valueOf((String) row[4]));
    String model = (String) row[5];
    long input = number(row[8]);
    long output = number(row[9]);
    Model.Price price = registry.find(model).map(Model::price).orElse(Model.Price.FREE);
    return new Line(
        cell, model, number(row[6]), number(row[7]), input, output, price.of(input, output));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
