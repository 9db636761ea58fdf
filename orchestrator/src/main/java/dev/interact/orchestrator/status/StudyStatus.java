package dev.interact.orchestrator.status;

import dev.interact.orchestrator.progress.DialogueRow;
import java.time.Instant;
import java.util.List;

/**
 * How far a study is.
 *
 * @param state running, paused or finished
 * @param turns questions of a dialogue
 * @param attempts model requests made for it, whatever came of them
 * @param cost in US dollars
 * @param failures why dialogues failed, most frequent first
 */
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
    List<Failure> failures,
    Instant created,
    Instant finishedAt) {

  /** Numbers of dialogues. */
  public record Dialogues(long total, long finished, long failed) {}

  /**
   * Numbers of steps, each of them a call that some dialogue waits for; a call that several wait
   * for counts for each.
   *
   * @param planned if no sheet has to be asked for twice
   */
  public record Calls(long planned, long done, long failed, long inFlight) {}

  /** Tokens as the providers counted them. */
  public record Tokens(long input, long output) {}

  /** A reason, and how many dialogues ended with it. */
  public record Failure(String reason, long count) {
    /** The failures of a study, most frequent first. */
    public static List<Failure> of(String study) {
      return DialogueRow.find(
              """
              select d.reason, count(d) from DialogueRow d
              where d.study = ?1 and d.stage = FAILED
              group by d.reason order by count(d) desc, d.reason
              """,
              study)
          .project(Failure.class)
          .list();
    }
  }
}
