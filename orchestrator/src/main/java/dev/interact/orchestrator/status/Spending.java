package dev.interact.orchestrator.status;

import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
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

  /**
   * What was spent on one model.
   *
   * @param arm the arm's id; null where the line is of the whole study
   * @param cost in US dollars, at the registry's present prices
   */
  public record Line(
      String arm, String model, long calls, long attempts, long input, long output, double cost) {}

  /** The tokens of some lines, all together. */
  public static StudyStatus.Tokens tokens(List<Line> lines) {
    return new StudyStatus.Tokens(
        lines.stream().mapToLong(Line::input).sum(), lines.stream().mapToLong(Line::output).sum());
  }

  /** A study's spending as a whole, by model. */
  public List<Line> ofStudy(String study) {
    return lines(
        study,
        """
        select null, c.model, count(distinct c.key), count(a.id),
               coalesce(sum(a.input_tokens), 0), coalesce(sum(a.output_tokens), 0)
        from (select distinct call from step where study = :study) s
        join call c on c.key = s.call
        left join attempt a on a.call = c.key
        group by c.model
        order by c.model
        """);
  }

  /** A study's spending by arm and model. */
  public List<Line> byArm(String study) {
    return lines(
        study,
        """
        select s.arm, c.model, count(distinct c.key), count(a.id),
               coalesce(sum(a.input_tokens), 0), coalesce(sum(a.output_tokens), 0)
        from (
          select distinct d.arm, s.call
          from step s join dialogue d on d.id = s.dialogue
          where s.study = :study) s
        join call c on c.key = s.call
        left join attempt a on a.call = c.key
        group by s.arm, c.model
        """);
  }

  private List<Line> lines(String study, String sql) {
    List<?> rows = database.createNativeQuery(sql).setParameter("study", study).getResultList();
    return rows.stream().map(Object[].class::cast).map(this::line).toList();
  }

  private Line line(Object[] row) {
    String model = (String) row[1];
    long input = number(row[4]);
    long output = number(row[5]);
    Model.Price price = registry.find(model).map(Model::price).orElse(Model.Price.FREE);
    return new Line(
        (String) row[0],
        model,
        number(row[2]),
        number(row[3]),
        input,
        output,
        price.of(input, output));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
