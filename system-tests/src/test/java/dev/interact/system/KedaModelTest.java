package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.helm.Chart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart renders for KEDA, against a model made of KEDA's own definitions. */
@Tag("interop")
class KedaModelTest {
  @TempDir Path folder;

  @Test
  void keda_knows_each_field_of_its_resources() throws IOException {
    List<JsonNode> documents = Chart.render("values-large.yaml");
    List<JsonNode> scaled = new ArrayList<>(Chart.ofKind(documents, "ScaledObject"));
    assertThat(scaled).hasSize(5);
    scaled.addAll(Chart.ofKind(documents, "TriggerAuthentication"));
    assertThat(scaled).hasSize(6);
    Path checkout = folder.resolve("checkout");
    try (Sandbox sandbox = new Sandbox(checkout, folder.resolve("stack"))) {
      Python.require(sandbox);
      Python python = Python.with(sandbox, "keda/requirements.txt");

      assertThat(problems(sandbox, python, scaled)).isEqualTo("0 problems");

      ObjectNode planted = scaled.getFirst().deepCopy();
      ((ObjectNode) planted.path("spec")).put("minReplicas", 1);
      assertThat(problems(sandbox, python, List.of(planted)))
          .contains("study-teacher-default.spec.minReplicas", "1 problems");
    }
  }

  private String problems(Sandbox sandbox, Python python, List<JsonNode> resources)
      throws IOException {
    Path file = folder.resolve("resources.jsonl");
    Files.writeString(
        file, resources.stream().map(JsonNode::toString).collect(Collectors.joining("\n")));
    Sandbox.Ended ended =
        sandbox.bash(
            "%s %s %s".formatted(python.program("python"), Python.file("keda/check.py"), file));
    assertThat(ended.exitCode()).as(ended.all()).isZero();
    return ended.out().strip();
  }
}
