package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark of starts runs the command from outside; how long that takes here is not asked. */
@Tag("interop")
class BenchStartTest {
  @TempDir static Path folder;

  @Test
  void it_sees_the_first_call_and_the_end_of_the_quickstart() throws IOException {
    Cli bench = Cli.bench(folder);
    try (BuiltCheckout checkout = new BuiltCheckout(folder.resolve("checkout"))) {
      Cli.Ended ended =
          bench.run(
              "start",
              "--calls",
              "4",
              "--checkout",
              checkout.root().toString(),
              "--json",
              "b.json");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      JsonNode figures = Api.json(bench.read("b.json")).at("/cases/0/stack");
      assertThat(figures.path("first_call_seconds").asDouble()).isPositive();
      assertThat(figures.path("quickstart_seconds").asDouble()).isPositive();
      assertThat(bench.alive()).isEmpty();
      assertThat(folder.resolve("data/bench-start")).doesNotExist();
    } finally {
      bench.killAll();
    }
  }

  @Test
  void a_command_that_fails_is_told_with_its_output() throws IOException {
    Cli bench = Cli.bench(folder);
    try (BuiltCheckout checkout = new BuiltCheckout(folder.resolve("broken"))) {
      assertThat(checkout.root().resolve("studies/quickstart.yaml").toFile().delete()).isTrue();

      Cli.Ended ended = bench.run("start", "--checkout", checkout.root().toString());

      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.err()).contains("quickstart.yaml").contains("what it printed is in");
      assertThat(folder.resolve("data/bench-start/first/command.log"))
          .content()
          .contains("quickstart.yaml");
    } finally {
      bench.killAll();
    }
  }
}
