package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.local.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is sent to the API, its answer is one that its description has, and no failure: requests
 * are made up from the description by Schemathesis, which needs Python and the network.
 */
@Tag("interop")
class ApiFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LEAST_OPERATIONS = 50;
  private static final int LEAST_REQUESTS = 3_000;
  private static final List<String> FILES = List.of("schemathesis.toml", "hooks.py");

  @TempDir Path folder;

  @Test
  void every_answer_is_as_described_and_none_a_failure() throws IOException {
    Path checkout = folder.resolve("checkout");
    try (Sandbox sandbox = new Sandbox(checkout, folder.resolve("stack"))) {
      Python.require(sandbox);
      Python python = Python.with(sandbox, "fuzz/requirements.txt");
      for (String file : FILES) {
        Files.copy(Python.file("fuzz/" + file), checkout.resolve(file));
      }
      try (Inhabited inhabited = Inhabited.in(folder)) {
        give(checkout, inhabited);
        sandbox.succeed(
            "PYTHONPATH=. %s --config-file schemathesis.toml run '%s/q/openapi?format=json' --url %2$s -H 'Authorization: Bearer %3$s' --report json --report-json-path report.json --no-color"
                .formatted(
                    python.program("schemathesis"),
                    inhabited.stack.local.orchestrator(),
                    Inhabited.KEY));
        assertThatMuchWasAsked(JSON.readTree(checkout.resolve("report.json").toFile()));
        assertThatAllIsWell(inhabited);
      }
    }
  }

  /** Ids for the parameters, in the form of dictionaries, and bodies that are right. */
  private static void give(Path checkout, Inhabited inhabited) throws IOException {
    for (Map.Entry<String, List<String>> of : inhabited.ids().entrySet()) {
      assertThat(of.getValue()).as(of.getKey()).isNotEmpty();
      Files.writeString(
          checkout.resolve(of.getKey() + ".txt"),
          of.getValue().stream().map("\"%s\"\n"::formatted).collect(Collectors.joining()));
    }
    JSON.writeValue(checkout.resolve("bodies.json").toFile(), inhabited.bodies());
  }

  private static void assertThatMuchWasAsked(JsonNode report) {
    assertThat(report.path("stop_reason").asText()).isEqualTo("completed");
    JsonNode operations = report.path("operations");
    assertThat(operations.path("tested").asInt())
        .isEqualTo(operations.path("total").asInt())
        .isGreaterThanOrEqualTo(LEAST_OPERATIONS);
    assertThat(report.at("/test_cases/generated").asInt()).isGreaterThan(LEAST_REQUESTS);
  }

  /** Nothing that was sent keeps the services from their work. */
  private static void assertThatAllIsWell(Inhabited inhabited) throws IOException {
    Stack stack = inhabited.stack;
    try (Stream<String> log = Files.lines(stack.local.process(Role.ORCHESTRATOR).log())) {
      assertThat(log.filter(line -> line.contains(" ERROR ["))).isEmpty();
    }
    stack.api.put("/api/owners/tester/budget", "{}");
    stack.api.delete("/api/models/quick/limits");
    String study =
        stack.api.submit(
            Stack.study("afterwards", "quick", Map.of("conditions", "[closed-book]")),
            Concepts.some(2));
    stack.api.awaitFinished(study);
  }
}
