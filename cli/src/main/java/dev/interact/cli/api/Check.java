package dev.interact.cli.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How far a check of a study's recording is, and what it has found.
 *
 * @param kind {@code replay} or {@code regrade}
 * @param state {@code running}, {@code done} or {@code failed}
 * @param total dialogues to replay, or sheets to grade again
 * @param done those of them that were checked
 * @param calls the calls that they took
 * @param missing calls without a recorded answer
 * @param different those of the checked that did not come out as recorded
 * @param differences the first of them, a sentence each
 * @param notes what is no difference but should be known
 * @param reason why the check failed, or null
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Check(
    String study,
    String kind,
    String state,
    long total,
    long done,
    long calls,
    long missing,
    long different,
    List<String> differences,
    List<String> notes,
    String reason) {
  public Check {
    differences = differences == null ? List.of() : List.copyOf(differences);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  @JsonIgnore
  public boolean isRunning() {
    return "running".equals(state);
  }

  public boolean hasFailed() {
    return "failed".equals(state);
  }
}
