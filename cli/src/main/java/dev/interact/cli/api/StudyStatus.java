package dev.interact.cli.api;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * How far a study or preparation is.
 *
 * @param kind {@code study} or {@code preparation}
 * @param owner who pays for it; empty where nobody said
 * @param state {@code running}, {@code paused}, {@code finished} or {@code cancelled}
 * @param reason why it is paused, where nobody asked for it; otherwise null
 * @param waiting what its calls wait for, a sentence each; empty while they go on
 * @param cost in US dollars
 * @param budget null where the orchestrator keeps no account of it
 * @param created when it was submitted, ISO 8601
 * @param started when its first dialogue, or concept, started; null before
 * @param finishedAt null while it is not finished
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public record StudyStatus(
    String id,
    String kind,
    String name,
    String owner,
    String state,
    String reason,
    List<String> waiting,
    int turns,
    Dialogues dialogues,
    Calls calls,
    long attempts,
    Tokens tokens,
    double cost,
    Budget budget,
    List<FailureCount> failures,
    String created,
    String started,
    String finishedAt) {
  private static final int ID_DIGITS = 8;

  /** Dialogues, or a preparation's concepts: failed ones are not among the finished. */
  public record Dialogues(long total, long finished, long failed) {}

  /** Wanted model answers; how many are planned is an upper bound. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Calls(long planned, long done, long failed, long inFlight) {}

  public StudyStatus {
    waiting = waiting == null ? List.of() : List.copyOf(waiting);
    failures = failures == null ? List.of() : List.copyOf(failures);
  }

  public boolean isPreparation() {
    return "preparation".equals(kind);
  }

  /** What is counted in {@link #dialogues}. */
  public String units() {
    return isPreparation() ? "concepts" : "dialogues";
  }

  public boolean isFinished() {
    return "finished".equals(state);
  }

  public boolean isPaused() {
    return "paused".equals(state);
  }

  public boolean isCancelled() {
    return "cancelled".equals(state);
  }

  /** Whether the orchestrator itself paused it: a cap is reached. */
  public boolean isCapped() {
    return isPaused() && reason != null;
  }

  /** Whether all of its dialogues are over. */
  public boolean isWhole() {
    return dialogues.finished() + dialogues.failed() == dialogues.total();
  }

  /** Its name and the beginning of its id, to tell it from others of its name. */
  public String title() {
    return name + " (" + shortId() + ")";
  }

  public String shortId() {
    return id.substring(0, Math.min(ID_DIGITS, id.length()));
  }
}
