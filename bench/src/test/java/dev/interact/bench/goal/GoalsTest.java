package dev.interact.bench.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.bench.cases.Case;
import dev.interact.bench.cases.Cases;
import dev.interact.bench.figure.Machine;
import dev.interact.bench.figure.Report;
import dev.interact.bench.figure.Report.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalsTest {
  private static Report report(Map<String, Double> figures) {
    return Report.of(Machine.here(), List.of(new Result("a-case", figures, Map.of())));
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LEAST, 95, 95, YES",
    "AT_LEAST, 95, 94.99, NO",
    "AT_MOST, 3, 3, YES",
    "AT_MOST, 3, 3.01, NO",
    "AT_MOST, 0, 1, NO",
  })
  void a_goal_holds_up_to_its_limit(Bound bound, double limit, double measured, Goal.Holds holds) {
    Goal goal =
        new Goal("it", "a-case", "figure", Optional.of(new Goal.Target(bound, limit)), "ms");

    assertThat(goal.holds(report(Map.of("figure", measured)))).isEqualTo(holds);
    assertThat(goal.holds(report(Map.of("another", measured)))).isEqualTo(Goal.Holds.NOT_MEASURED);
    assertThat(goal.holds(Report.of(Machine.here(), List.of()))).isEqualTo(Goal.Holds.NOT_MEASURED);
  }

  @Test
  void what_has_no_limit_is_told() {
    Goal goal = Goal.told("%", "a-case", "figure", "it");

    assertThat(goal.holds(report(Map.of("figure", 7.0)))).isEqualTo(Goal.Holds.TOLD);
    assertThat(goal.measuredText(report(Map.of("figure", 7.0)))).isEqualTo("7 %");
    assertThat(goal.text()).isEqualTo("-");
  }

  @Test
  void every_goal_is_told_by_a_case_that_is_there() {
    assertThat(Goals.ALL)
        .extracting(Goal::caseName)
        .isSubsetOf(Cases.ALL.stream().map(Case::name).toList());
    assertThat(Goals.cases()).extracting(Case::name).contains("start").doesNotContain("live");
    assertThat(Cases.ALL).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void the_table_has_now_beside_earlier() {
    Report now = measured(1.02);
    Report earlier = measured(2.5);

    String table = Goals.table(now, Optional.of(earlier));

    assertThat(table.lines().findFirst().orElseThrow())
        .matches("what +goal +measured +holds\\? +earlier +held\\?");
    assertThat(table).containsPattern("makespan.* ≤ 1.03 +1.02 +yes +2.50 +no\n");
    assertThat(table)
        .containsPattern("the whole quickstart +≤ 45 s +- +not measured +- +not measured");
    assertThat(Goals.table(now, Optional.empty()).lines())
        .hasSize(2 + Goals.ALL.size())
        .first()
        .asString()
        .endsWith("holds?");
  }

  private static Report measured(double makespan) {
    Result paper = new Result("paper", Map.of("makespan_of_least", makespan), Map.of());
    return Report.of(Machine.here(), List.of(paper));
  }

  @Test
  void a_file_has_every_goal() {
    assertThat(Goals.reached(measured(1.02)))
        .hasSameSizeAs(Goals.ALL)
        .contains(
            new Report.Reached(
                "paper-shaped study: makespan, of the least possible", "≤ 1.03", 1.02, "yes"));
  }
}
