package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.reply.Outcome;
import dev.interact.contracts.reply.Reply;
import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.Calls;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.window.Gate;
import dev.interact.orchestrator.writer.Writer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
  private final Standby standby;
  private final Store store;
  private boolean uncertain = true;
  private volatile List<Load> loads = List.of();

  Dispatcher(
      Writer writer,
      Admission admission,
      Gates gates,
      Sender sender,
      Outstanding outstanding,
      Standby standby,
      Store store) {
    this.writer = writer;
    this.admission = admission;
    this.gates = gates;
    this.sender = sender;
    this.outstanding = outstanding;
    this.standby = standby;
    this.store = store;
  }

  /**
   * What was done, and what was sent.
   *
   * @param refusals in place of the workers' replies to what cannot be sent at all
   */
  public record Dispatched<T>(T done, List<Reply> refusals) {}

  private record Admitted<T>(T done, Map<AttemptRow, ModelRequest> sendings) {}

  /**
   * Does something and sends what may be sent then.
   *
   * @param before is done in the transaction in which it is stored that calls are sent
   */
  public <T> Dispatched<T> dispatch(Supplier<T> before) {
    learn();
    Admitted<T> admitted =
        without(() -> new Admitted<>(before.get(), admission.admit(writer.epoch())));
    return new Dispatched<>(admitted.done(), sender.send(admitted.sendings()));
  }

  /** Does something in a transaction and sends nothing. */
  public <T> T without(Supplier<T> work) {
    boolean wasUncertain = uncertain;
    uncertain = true;
    T done = writer.call(work);
    uncertain = wasUncertain;
    return done;
  }

  /** Learns from the database what is under way, if that is not certain. */
  public void learn() {
    if (uncertain) {
      outstanding.set(writer.call(() -> Calls.of(store).unanswered()));
      uncertain = false;
    }
  }

  /** What is under way must be learned from the database: another process was the writer. */
  public void forget() {
    uncertain = true;
  }

  /** A reply has come; one that was not waited for changes nothing. */
  public void replied(Reply.Modelled reply) {
    Outstanding.Sent sent = outstanding.remove(reply.attempt());
    if (sent != null) {
      gates.find(sent.model()).ifPresent(gate -> tell(gate, reply));
    }
    if (reply.next() != null) {
      outstanding.standing(reply.next(), false);
    }
  }

  /** Takes note of what workers say of calls that stand by. */
  public void compare() {
    standby.compare();
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

  private static void tell(Gate gate, Reply.Modelled reply) {
    switch (reply.outcome()) {
      case Outcome.Completed completed -> gate.answered(reply.latencyMillis());
      case Outcome.RateLimited limited -> gate.refused(limited.retryAfterMillis());
      case Outcome.Transient broken -> gate.failed();
      case Outcome.Rejected rejected -> gate.answered(reply.latencyMillis());
    }
  }
}
