package dev.interact.analysis.paper;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A claim of the paper. All are second-hand: read from notes on the paper, not from the paper.
 *
 * @param question of the research, such as {@code RQ1}
 * @param says what the paper says, in words
 * @param where section or table
 * @param measure what of a study it is about
 * @param expects what the claim says of the measure
 * @param turns that the dialogues had; null where there are none, or any do
 * @param margin in accuracy points; null takes the study's own
 * @param others the paper's models beside the student that it is about, such as weak and strong
 *     teacher
 * @param published what the paper gives, by student; {@code all} where it names none
 */
public record Claim(
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String question,
    @JsonProperty(required = true) String says,
    @JsonProperty(required = true) String where,
    @JsonProperty(required = true) Measure measure,
    @JsonProperty(required = true) Expectation expects,
    Integer turns,
    Double margin,
    List<String> others,
    @JsonProperty(required = true) Map<String, String> published) {
  static final String ALL = "all";

  public Claim {
    others = others == null ? List.of() : List.copyOf(others);
    published = Map.copyOf(published);
  }

  /** Whether it is about any student. */
  boolean isOfAll() {
    return published.containsKey(ALL);
  }
}
