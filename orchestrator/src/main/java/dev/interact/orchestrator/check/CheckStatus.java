package dev.interact.orchestrator.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How far a check is, and what it has found.
 *
 * @param total dialogues to replay, or sheets to grade again
 * @param done those of them that were checked
 * @param calls the calls that they took
 * @param missing calls that have no recorded answer
 * @param different those of the checked that did not come out as recorded, missing ones included
 * @param differences the first of them, a sentence each
 * @param notes what is no difference but should be known
 * @param reason why the check failed, or null
 */
public record CheckStatus(
    String study,
    Kind kind,
    State state,
    long total,
    long done,
    long calls,
    long missing,
    long different,
    List<String> differences,
    List<String> notes,
    String reason) {

  /** What is checked. */
  public enum Kind {
    @JsonProperty("replay")
    REPLAY,
    @JsonProperty("regrade")
    REGRADE
  }

  /** Whether the check is at its end; a failed one says nothing of the study. */
  public enum State {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED
  }
}
