package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.telemetry.CallMeters;
import dev.interact.orchestrator.writer.Writer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Finds work by its absence: attempts that no living worker holds are sent again, to the same
 * worker while it lives, as new attempts when it does not. To be used by one thread at a time.
 */
@Singleton
public class LostWork {
  private static final Logger LOG = Logger.getLogger(LostWork.class);
  private static final int REPEATS = 3;

  private final Presence presence;
  private final Requests requests;
  private final Sender sender;
  private final Outstanding outstanding;
  private final Writer writer;
  private final Lost lost;
  private final CallMeters meters;
  private final long absence;
  private final Suspicions suspicions = new Suspicions();
  private final Clock clock = Clock.systemUTC();

  LostWork(
      OrchestratorConfig config,
      Presence presence,
      Requests requests,
      Sender sender,
      Outstanding outstanding,
      Writer writer,
      Lost lost,
      CallMeters meters) {
    this.presence = presence;
    this.requests = requests;
    this.sender = sender;
    this.outstanding = outstanding;
    this.writer = writer;
    this.lost = lost;
    this.meters = meters;
    this.absence = config.presence().absence().toMillis();
  }

  /** An attempt reached a worker that it was not for: it is sent to its own again soon. */
  public void handedBack(String attempt) {
    outstanding.handedBack(attempt, presence.listened() - absence);
  }

  /**
   * Finds attempts that no living worker holds, and sees to it that they are made.
   *
   * @param caughtUp a moment of {@link System#nanoTime()} whose replies have all been taken
   * @return replies in place of the workers' to what cannot be sent at all
   */
  public List<Reply> find(long caughtUp) {
    List<String> suspects = ids(outstanding.where(this::looksLost));
    giveUp(suspicions.confirmed(suspects, System.nanoTime(), caughtUp));
    return sendAgain(ids(outstanding.where(sent -> isAbsent(sent) && canBeSentAgain(sent))));
  }

  /** Its worker is gone, or does not hold it and takes nothing more. */
  private boolean looksLost(Outstanding.Sent sent) {
    return presence.isGone(sent.worker()) || isAbsent(sent) && !canBeSentAgain(sent);
  }

  /** Its worker lives, and has had the time to take it, but does not hold it. */
  private boolean isAbsent(Outstanding.Sent sent) {
    return isOverdue(sent) && !isHeld(sent);
  }

  /** A worker that ignores an attempt again and again has seen it, and its reply is lost. */
  private boolean canBeSentAgain(Outstanding.Sent sent) {
    return presence.isTaking(sent.worker()) && sent.repeats() < REPEATS;
  }

  private boolean isOverdue(Outstanding.Sent sent) {
    return presence.listened() - sent.sentAt() >= absence;
  }

  private boolean isHeld(Outstanding.Sent sent) {
    return presence
        .find(sent.worker())
        .map(worker -> worker.attempts().contains(sent.attempt()))
        .orElse(true);
  }

  private static List<String> ids(Collection<Outstanding.Sent> sent) {
    return sent.stream().map(Outstanding.Sent::attempt).toList();
  }

  /** The worker is gone, or will take nothing more: the calls go to others, as new attempts. */
  private void giveUp(List<String> attempts) {
    if (attempts.isEmpty()) {
      return;
    }
    List<CallRow> calls = writer.call(() -> lost.mark(attempts, clock.instant()));
    calls.forEach(this::count);
    attempts.forEach(outstanding::remove);
    LOG.warnf(
        "%d attempts were lost; their calls are sent again, but for %d that were lost too often",
        attempts.size(),
        calls.stream().filter(call -> call.status == CallRow.Status.FAILED).count());
  }

  private void count(CallRow call) {
    meters.ended(call.model, call.kind.label(), CallMeters.Outcome.LOST);
    if (call.status == CallRow.Status.READY) {
      meters.retried(CallMeters.Outcome.LOST);
    }
  }

  /** The worker lives but does not hold the attempt: the same attempt, which it may know, again. */
  private List<Reply> sendAgain(List<String> attempts) {
    if (attempts.isEmpty()) {
      return List.of();
    }
    Map<AttemptRow, ModelRequest> again = writer.call(() -> requests.of(attempts));
    again.keySet().forEach(attempt -> outstanding.sentAgain(attempt.id));
    List<Reply> refusals = sender.send(again);
    Set<String> wanted = again.keySet().stream().map(a -> a.id).collect(Collectors.toSet());
    giveUp(attempts.stream().filter(attempt -> !wanted.contains(attempt)).toList());
    return refusals;
  }
}
