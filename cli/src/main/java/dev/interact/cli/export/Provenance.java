package dev.interact.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.stream.Collectors;

/** How results were made, and how they are cited. */
record Provenance(ResultsFiles results) {

  String markdown() {
    JsonNode versions = results.manifest().path("versions");
    return """
    * Interact %s, study `%s`; prompts rendered by %s, quizzes read by %s.
    * Hashes of the prompts: %s.
    * Hashes of the concepts are in `concepts`; data sets that they are from: %s.

    %s

    The study file:

    ````yaml
    %s
    ````"""
        .formatted(
            version(),
            results.summary().study().id(),
            versions.path("renderer").asText("-"),
            list(versions.path("graders")),
            prompts(),
            list(results.manifest().path("sets")),
            models(),
            results.manifest().path("study_file").asText().strip());
  }

  private String version() {
    return results.manifest().path("versions").path("interact").asText("of an unknown version");
  }

  private String prompts() {
    return results
        .manifest()
        .path("prompts")
        .propertyStream()
        .map(hash -> "%s `%s`".formatted(hash.getKey(), hash.getValue().asText()))
        .collect(Collectors.joining(", "));
  }

  private String models() {
    List<List<String>> rows =
        results
            .manifest()
            .path("models")
            .propertyStream()
            .map(
                model ->
                    List.of(
                        model.getKey(),
                        model.getValue().path("model").asText("-"),
                        list(model.getValue().path("fingerprints"))))
            .toList();
    return new Table(List.of("alias", "model", "fingerprints"), 3, rows).markdown();
  }

  private static String list(JsonNode texts) {
    return texts.isEmpty()
        ? "-"
        : texts.valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
  }

  /** In BibTeX. */
  String citation() {
    String name = results.summary().study().name();
    return """
    ```bibtex
    @misc{%s,
      title = {%s: results of a study with Interact %s},
      note = {Study %s}
    }
    ```"""
        .formatted(
            name.replaceAll("[^A-Za-z0-9-]", ""), name, version(), results.summary().study().id());
  }
}
