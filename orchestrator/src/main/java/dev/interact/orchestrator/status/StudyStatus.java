package dev.interact.orchestrator.status;

import dev.interact.orchestrator.budget.AccountRow;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.rest.Subject;
import dev.interact.study.Budget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far a study or preparation is.
 *
 * @param kind study or preparation
 * @param owner who pays for it; empty where nobody said
 * @param state running, paused, finished or cancelled
 * @param reason why it is paused, where nobody asked for it; otherwise null
 * @param waiting what its calls wait for, a sentence each; empty while they go on
 * @param turns questions of a dialogue; 0 of a preparation
 * @param attempts model requests that it paid for, whatever came of them; answers that were
 *     recorded before are not among them
 * @param cost in US dollars
 * @param budget what it may spend and what it does
 * @param etaSeconds how long it takes still, at the pace of the last minute; null where nothing
 *     tells
 * @param failures why dialogues failed, most frequent first
 * @param started when its first dialogue, or concept, started; null before
 */
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
    Account budget,
    Long etaSeconds,
    List<Failure> failures,
    Instant created,
    Instant started,
    Instant finishedAt)
    implements Subject {

  @Override
  public String subject() {
    return id;
  }

  /** Numbers of dialogues, or of a preparation's concepts. */
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

  /**
   * An account; amounts in US dollars, tokens and calls.
   *
   * @param cap what it may spend at most
   * @param spent what was paid
   * @param reserved what calls under way may cost at most
   */
  public record Account(Budget cap, Budget spent, Budget reserved) {
    /** An account in dollars. */
    public static Account of(AccountRow account) {
      return new Account(
          account.cap().inDollars(), account.spent().inDollars(), account.reserved().inDollars());
    }
  }

  /** A reason, and how many dialogues ended with it. */
  public record Failure(String reason, long count) {
    /** The failures of a study, most frequent first. */
    public static List<Failure> of(String study) {
      return Stream.of("DialogueRow", "PreparationRow").flatMap(rows -> of(study, rows)).toList();
    }

    private static Stream<Failure> of(String study, String rows) {
      return DialogueRow.find(
          """
              select r.reason, count(r) from %s r
              where r.study = ?1 and r.stage = FAILED
              group by r.reason order by count(r) desc, r.reason
              """
              .formatted(rows),
          study)
          .project(Failure.class)
          .stream();
    }
  }
}
