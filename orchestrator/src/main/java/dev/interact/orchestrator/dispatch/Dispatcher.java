package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.window.Gate;
import dev.interact.orchestrator.writer.Writer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/**
 * Sends calls to workers. An attempt is stored as sent before it is produced; one that never
 * arrives is found by its absence. To be used by one thread at a time.
 */
@Singleton
public class Dispatcher {
  private final Writer writer;
  private final Admission admission;
  private final Gates gates;
  private final Sender sender;
  private final Outstanding outstanding;
  private boolean uncertain = true;
  private volatile List<Load> loads = List.of();

  Dispatcher(
      Writer writer, Admission admission, Gates gates, Sender sender, Outstanding outstanding) {
    this.writer = writer;
    this.admission = admission;
    this.gates = gates;
    this.sender = sender;
    this.outstanding = outstanding;
  }

  /**
   * What was sent.
   *
   * @param refusals in place of the workers' replies to what cannot be sent at all
   */
  public record Dispatched(int calls, List<Reply> refusals) {}

  /** Sends what may be sent now. */
  public Dispatched dispatch() {
    if (uncertain) {
      outstanding.set(writer.call(AttemptRow::unanswered));
    }
    uncertain = true;
    Map<AttemptRow, ModelRequest> sendings = writer.call(() -> admission.admit(writer.epoch()));
    uncertain = false;
    return new Dispatched(sendings.size(), sender.send(sendings));
  }

  /** What is under way must be learned from the database: another process was the writer. */
  public void forget() {
    uncertain = true;
  }

  /** A reply has come; one that was not waited for changes nothing. */
  public void replied(String attempt, Outcome outcome) {
    Outstanding.Sent sent = outstanding.remove(attempt);
    if (sent != null) {
      gates.find(sent.model()).ifPresent(gate -> tell(gate, outcome));
    }
  }

  /** Takes note of how much is asked for, for others to know. */
  public void note() {
    loads =
        gates.aliases().stream()
            .map(alias -> Load.of(alias, gates.of(alias), outstanding.ofModel(alias)))
            .toList();
  }

  /** How much was asked for of each model at the last {@link #note}; any thread may ask. */
  public List<Load> loads() {
    return loads;
  }

  private static void tell(Gate gate, Outcome outcome) {
    switch (outcome) {
      case Outcome.Completed completed -> gate.answered();
      case Outcome.RateLimited limited -> gate.refused(limited.retryAfterMillis());
      case Outcome.Transient broken -> gate.failed();
      case Outcome.Rejected rejected -> gate.answered();
    }
  }
}
