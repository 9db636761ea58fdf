package dev.interact.analysis.answers;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of {@code calls.jsonl}, as far as the analysis needs it: a call that a dialogue needed.
 *
 * @param dialogue the dialogue's id
 * @param model its alias
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CallRow(
    @JsonProperty(required = true) String dialogue,
    @JsonProperty(required = true) String model,
    List<Attempt> attempts) {

  /**
   * One request to the model.
   *
   * @param answered whether its reply is the call's
   * @param fingerprint what the provider calls the version that answered, or null
   */
  public record Attempt(@JsonProperty(required = true) boolean answered, String fingerprint) {}

  public CallRow {
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }

  /** Of the reply that counts; empty where there is none or the provider says nothing. */
  public Optional<String> fingerprint() {
    return attempts.stream()
        .filter(Attempt::answered)
        .map(Attempt::fingerprint)
        .filter(Objects::nonNull)
        .findFirst();
  }
}
