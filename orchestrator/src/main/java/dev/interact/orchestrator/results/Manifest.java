package dev.interact.orchestrator.results;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interact.contracts.ModelRequest;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import dev.interact.study.input.ContentHash;
import dev.interact.study.prompt.PromptSet;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says where results come from: {@code manifest.json}. */
@Singleton
class Manifest {
  private final Library library;
  private final ModelRegistry registry;
  private final String version;

  Manifest(
      Library library,
      ModelRegistry registry,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.library = library;
    this.registry = registry;
    this.version = version;
  }

  /**
   * The manifest's content.
   *
   * @param study id and name
   * @param studyFile as the user wrote it
   * @param settings the study as it ran, with every default
   * @param concepts content hash by concept id
   * @param sets the data sets that the concepts are from, as {@code NAME@VERSION}
   * @param prompts content hash by domain
   * @param analysis content hash of what the study set out to show
   * @param models what each alias stands for
   */
  record Content(
      Study study,
      String studyFile,
      StudyFile settings,
      Map<String, String> concepts,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sets,
      Map<String, String> prompts,
      String analysis,
      Map<String, ModelUsed> models,
      Versions versions) {

    record Study(String id, String name) {}

    record ModelUsed(String model, List<String> fingerprints) {}

    record Versions(String interact, String renderer, List<String> graders) {}
  }

  Content of(StudyRow study) {
    Submission submission = library.study(study.id);
    Map<String, String> concepts = new TreeMap<>();
    submission.concepts().forEach(hash -> concepts.put(library.concept(hash).concept().id(), hash));
    Map<String, String> prompts =
        submission.prompts().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> hash(entry.getValue()), (a, b) -> a, TreeMap::new));
    return new Content(
        new Content.Study(study.id, study.name),
        submission.file(),
        submission.study(),
        concepts,
        submission.sets(),
        prompts,
        ContentHash.of("analysis", submission.study().analysis()),
        models(study, submission),
        new Content.Versions(version, ModelRequest.RENDERER, Served.graders(study.id)));
  }

  private static String hash(PromptSet prompts) {
    return prompts.hash();
  }

  private Map<String, Content.ModelUsed> models(StudyRow study, Submission submission) {
    Map<String, List<String>> fingerprints = Served.fingerprints(study.id);
    Map<String, Content.ModelUsed> models = new TreeMap<>();
    submission
        .study()
        .models()
        .forEach(
            alias ->
                models.put(
                    alias,
                    new Content.ModelUsed(
                        registry.find(alias).map(model -> model.model()).orElse(null),
                        fingerprints.getOrDefault(alias, List.of()))));
    return models;
  }
}
