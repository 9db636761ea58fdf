package dev.interact.bench.goal;

import dev.interact.bench.figure.Report;
import dev.interact.bench.figure.Tables;
import java.util.Optional;

/**
 * Something that the project sets out to reach.
 *
 * @param what it is, for people
 * @param figure that tells, of the stack
 * @param target empty where the figure only has to be told
 */
public record Goal(
    String what, String caseName, String figure, Optional<Target> target, String unit) {

  /** What a figure is to be. */
  record Target(Bound bound, double limit) {}

  /** A goal and what was measured. */
  public enum Holds {
    YES("yes"),
    NO("no"),
    NOT_MEASURED("not measured"),
    /** There is nothing that could hold. */
    TOLD("-");

    private final String label;

    Holds(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  static Goal atLeast(double limit, String unit, String caseName, String figure, String what) {
    return of(Bound.AT_LEAST, limit, unit, caseName, figure, what);
  }

  static Goal atMost(double limit, String unit, String caseName, String figure, String what) {
    return of(Bound.AT_MOST, limit, unit, caseName, figure, what);
  }

  private static Goal of(
      Bound bound, double limit, String unit, String caseName, String figure, String what) {
    return new Goal(what, caseName, figure, Optional.of(new Target(bound, limit)), unit);
  }

  static Goal told(String unit, String caseName, String figure, String what) {
    return new Goal(what, caseName, figure, Optional.empty(), unit);
  }

  /** What is wanted. */
  public String text() {
    return target.map(each -> withUnit(each.bound().text(each.limit()))).orElse("-");
  }

  /** What was measured. */
  public String measuredText(Report report) {
    return measured(report).map(value -> withUnit(Tables.number(value))).orElse("-");
  }

  Optional<Double> measured(Report report) {
    return report.find(caseName).map(result -> result.stack().get(figure));
  }

  /** Whether it is reached. */
  public Holds holds(Report report) {
    Optional<Double> measured = measured(report);
    if (measured.isEmpty()) {
      return Holds.NOT_MEASURED;
    }
    return target
        .map(each -> each.bound().holds(measured.get(), each.limit()) ? Holds.YES : Holds.NO)
        .orElse(Holds.TOLD);
  }

  private String withUnit(String text) {
    return unit.isEmpty() ? text : text + " " + unit;
  }
}
