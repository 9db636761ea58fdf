package dev.interact.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How far a study is.
 *
 * @param state {@code running}, {@code paused} or {@code finished}
 * @param cost in US dollars
 * @param created when it was submitted, ISO 8601
 * @param finishedAt null while it is not finished
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StudyStatus(
    String id,
    String name,
    String state,
    int turns,
    Dialogues dialogues,
    Calls calls,
    long attempts,
    Tokens tokens,
    double cost,
    List<FailureCount> failures,
    String created,
    String finishedAt) {

  /** Dialogues: failed ones are not among the finished. */
  public record Dialogues(long total, long finished, long failed) {}

  /** Wanted model answers; how many are planned is an upper bound. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Calls(long planned, long done, long failed, long inFlight) {}

  public StudyStatus {
    failures = failures == null ? List.of() : List.copyOf(failures);
  }

  public boolean isFinished() {
    return "finished".equals(state);
  }

  public boolean isPaused() {
    return "paused".equals(state);
  }
}
