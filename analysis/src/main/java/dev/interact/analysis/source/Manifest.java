package dev.interact.analysis.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.study.StudyFile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where results come from, as {@code manifest.json} has it.
 *
 * @param studyFile as the user wrote it; null where it was submitted without one
 * @param settings the study as it ran, with every default
 * @param concepts content hash by concept id
 * @param sets the data sets that the concepts are from, as {@code NAME@VERSION}; null where they
 *     are from none
 * @param prompts content hash by domain
 * @param analysis content hash of what the study set out to show
 * @param models what each alias stood for; empty where nothing is recorded
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Manifest(
    @JsonProperty(required = true) Named study,
    String studyFile,
    @JsonProperty(required = true) StudyFile settings,
    Map<String, String> concepts,
    List<String> sets,
    Map<String, String> prompts,
    String analysis,
    Map<String, ModelUsed> models,
    Versions versions) {

  public Manifest {
    models = models == null ? Map.of() : Map.copyOf(models);
  }

  /** Whether an offline model took part. */
  public boolean isSimulated() {
    return models.values().stream().anyMatch(ModelUsed::isSimulated);
  }

  /** A study's id and name. */
  public record Named(String id, String name) {}

  /**
   * A model of the study.
   *
   * @param model the provider's id; null where the registry had none
   * @param fingerprints of the systems that answered; empty where the provider says nothing
   */
  public record ModelUsed(String model, List<String> fingerprints) {
    private static final Set<String> OFFLINE = Set.of("offline", "offline-weak");
    private static final String OFFLINE_FINGERPRINT = "fp_offline_";

    public ModelUsed {
      fingerprints = fingerprints == null ? List.of() : List.copyOf(fingerprints);
    }

    /** Whether it is an offline model, which says nothing of language models. */
    public boolean isSimulated() {
      return (model != null && OFFLINE.contains(model))
          || fingerprints.stream().anyMatch(one -> one.startsWith(OFFLINE_FINGERPRINT));
    }
  }

  /** Of what made the results. */
  public record Versions(String interact, String renderer, List<String> graders) {}
}
