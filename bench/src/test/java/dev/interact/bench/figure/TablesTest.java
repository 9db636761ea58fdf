package dev.interact.bench.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.bench.figure.Report.Result;
import dev.interact.cli.CommandFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path folder;

  private static Result result(double rate, double start) {
    Map<String, Double> stack = new LinkedHashMap<>();
    stack.put("calls_per_second", rate);
    stack.put("start_up_seconds", start);
    return new Result("fixed", stack, Map.of("calls_per_second", 1_280.0));
  }

  @Test
  void figures_stand_beside_those_of_the_loop_and_earlier_ones() {
    assertThat(Tables.of(result(640, 4.5), Optional.of(result(320, 9))))
        .isEqualTo(
            """
            fixed              now  plain loop  now/plain loop  earlier  now/earlier
            ────────────────  ────  ──────────  ──────────────  ───────  ───────────
            calls_per_second   640       1,280            0.50      320         2.00
            start_up_seconds  4.50           -               -        9         0.50"""
                .indent(0)
                .stripTrailing());
  }

  @Test
  void without_a_loop_and_earlier_figures_there_is_one_column() {
    Result alone = new Result("fixed", Map.of("seconds", 0.1234), Map.of());

    assertThat(Tables.of(alone, Optional.empty()).lines())
        .containsExactly("fixed      now", "───────  ─────", "seconds  0.123");
  }

  @Test
  void numbers_have_three_digits() {
    assertThat(Tables.number(12.345)).isEqualTo("12.3");
    assertThat(Tables.number(1234.4)).isEqualTo("1,234");
    assertThat(Tables.number(3.0)).isEqualTo("3");
    assertThat(Tables.number(null)).isEqualTo("-");
  }

  @Test
  void a_report_is_read_as_it_was_written() {
    Report report =
        Report.of(Machine.here(), List.of())
            .with(result(640, 4.5))
            .with(List.of(new Report.Reached("rate", "≥ 700", 640.0, "no")));
    Path file = folder.resolve("bench.json");

    report.write(file);

    assertThat(Report.read(file)).isEqualTo(report);
    assertThat(Report.read(file).find("fixed")).contains(result(640, 4.5));
    assertThat(Report.read(file).find("another")).isEmpty();
  }

  @Test
  void a_file_that_is_no_report_is_refused_with_a_sentence() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.json"), "[]");

    assertThatThrownBy(() -> Report.read(file))
        .isInstanceOf(CommandFailed.class)
        .hasMessage(file + " cannot be read as figures of an earlier 'interact bench --json'.");
  }
}
