package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that are ready for Grafana and Prometheus. */
final class Monitoring {
  static final Path FOLDER = Stack.ROOT.resolve("deploy/monitoring");

  private static final Pattern METRIC = Pattern.compile("\\b(interact|jvm|process)_[a-z0-9_]+");

  private Monitoring() {}

  static JsonNode dashboard() {
    return Api.json(Fence.read(FOLDER.resolve("grafana-dashboard.json")));
  }

  static List<JsonNode> panels() {
    List<JsonNode> panels = new ArrayList<>();
    dashboard().path("panels").forEach(panels::add);
    return panels;
  }

  /** The expressions of the dashboard, with values in the place of its variables. */
  static List<String> expressions() {
    return dashboard().findValues("expr").stream()
        .map(
            expression ->
                expression.asText().replace("$__rate_interval", "5m").replaceAll("\\$[a-z]+", ".*"))
        .toList();
  }

  /** The metrics that a text names. */
  static Set<String> metrics(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
