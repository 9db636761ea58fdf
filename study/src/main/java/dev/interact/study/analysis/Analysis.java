package dev.interact.study.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a study sets out to show, fixed before its first call. Everything else that is said of its
 * results is exploratory.
 *
 * @param margin of equivalence and of non-inferiority, in accuracy points from 0 to 100; default 1
 * @param weighting which concepts count how much in means; default all the same
 * @param contrasts the primary ones; those of one question are one family
 */
public record Analysis(Double margin, Weighting weighting, List<Contrast> contrasts) {
  /** What a study has that says nothing of its analysis. */
  public static final Analysis STANDARD = new Analysis(null, null, null);

  /** Which concepts count how much in a mean. */
  public enum Weighting {
    /** All the same. */
    @JsonProperty("concept")
    BY_CONCEPT,
    /** All domains the same; within a domain all concepts the same. */
    @JsonProperty("domain")
    BY_DOMAIN
  }

  public Analysis {
    margin = margin == null ? 1.0 : margin;
    weighting = weighting == null ? Weighting.BY_CONCEPT : weighting;
    contrasts = contrasts == null ? List.of() : List.copyOf(contrasts);
  }

  /**
   * The same analysis of a study whose models have other aliases; contrasts of models that become
   * one are left out.
   */
  public Analysis withModels(UnaryOperator<String> alias) {
    return new Analysis(
        margin,
        weighting,
        contrasts.stream()
            .map(contrast -> contrast.withModels(alias))
            .filter(contrast -> !contrast.one().equals(contrast.other()))
            .distinct()
            .toList());
  }
}
