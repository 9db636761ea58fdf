package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard and the alerts are whole, and Prometheus understands them. */
class MonitoringTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-z]\\w*)");
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

  @TempDir Path folder;

  @Test
  void all_panels_have_a_title_an_explanation_a_place_of_their_own_and_a_question() {
    List<JsonNode> panels = Monitoring.panels();

    assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
    assertThat(panels).extracting(panel -> panel.path("gridPos")).doesNotHaveDuplicates();
    for (JsonNode panel : panels) {
      assertThat(panel.path("title").asText()).isNotBlank();
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.path("description").asText())
            .as(panel.path("title").asText())
            .isNotBlank();
        assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("${datasource}");
        assertThat(panel.path("targets")).isNotEmpty();
        assertThat(panel.path("targets"))
            .allMatch(target -> !target.path("expr").asText().isBlank());
      }
    }
  }

  @Test
  void all_variables_that_the_dashboard_uses_are_its_own() {
    JsonNode dashboard = Monitoring.dashboard();
    Set<String> defined =
        StreamSupport.stream(dashboard.path("templating").path("list").spliterator(), false)
            .map(variable -> variable.path("name").asText())
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> used =
        VARIABLE
            .matcher(dashboard.path("panels").toString())
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used).isEqualTo(defined);
  }

  @Test
  void all_alerts_are_explained() {
    String explained = Fence.read(Monitoring.FOLDER.resolve("README.md"));
    List<String> alerts =
        ALERT
            .matcher(Fence.read(Monitoring.FOLDER.resolve("alerts.yaml")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(alerts)
        .hasSizeGreaterThan(5)
        .allMatch(alert -> explained.contains("`" + alert + "`"));
  }

  @Test
  @Tag("interop")
  void prometheus_understands_the_expressions_and_the_alerts_do_what_they_should()
      throws IOException {
    Path data = folder.resolve("none");
    Files.createDirectories(data);
    try (Sandbox sandbox = new Sandbox(folder.resolve("checkout"), data)) {
      boolean there = sandbox.has("promtool");
      assertThat(there || !"true".equals(System.getenv("CI"))).as("promtool").isTrue();
      assumeTrue(there, "skipped: there is no promtool");
      Path panels = Files.writeString(folder.resolve("panels.yaml"), rules());

      succeed(sandbox, "promtool check rules " + panels);
      succeed(sandbox, "promtool check rules alerts.yaml");
      succeed(sandbox, "promtool test rules alerts-test.yaml");
      succeed(sandbox, "promtool check config prometheus.yaml");
    }
  }

  private static void succeed(Sandbox sandbox, String command) {
    Sandbox.Ended ended = sandbox.bash("cd " + Monitoring.FOLDER + " && " + command);
    assertThat(ended.exitCode()).as("%s printed:%n%s", command, ended.all()).isZero();
  }

  /** A rule of each expression of the dashboard: rules are what promtool reads. */
  private static String rules() {
    StringBuilder rules = new StringBuilder("groups:\n  - name: panels\n    rules:\n");
    List<String> expressions = Monitoring.expressions();
    for (int i = 0; i < expressions.size(); i++) {
      rules
          .append("      - record: panel_")
          .append(i)
          .append("\n        expr: '")
          .append(expressions.get(i))
          .append("'\n");
    }
    return rules.toString();
  }
}
