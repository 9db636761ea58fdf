package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.dialogue.Dialogue;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.ledger.Ledger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/**
 * Lets dialogues go on: applies events to the pure {@link Dialogue} and stores what it decides. To
 * be called within a transaction, by one thread at a time.
 */
@Singleton
public class Progress {
  private final StepCalls calls;
  private final Ledger ledger;
  private final Clock clock = Clock.systemUTC();

  Progress(StepCalls calls, Ledger ledger) {
    this.calls = calls;
    this.ledger = ledger;
  }

  /** Starts planned dialogues, in order; returns how many. */
  public int start(int most) {
    List<DialogueRow> starting = DialogueRow.toStart(most);
    Round round = new Round(calls, ledger, clock);
    for (DialogueRow dialogue : starting) {
      round.decided(dialogue, Dialogue.start(calls.plan(dialogue)), null);
    }
    advance(round.settled());
    return starting.size();
  }

  /** Tells all dialogues that wait for some settled calls, and whatever follows from that. */
  public void advance(Collection<CallRow> settled) {
    Collection<CallRow> news = settled;
    while (!news.isEmpty()) {
      Round round = new Round(calls, ledger, clock);
      round.tell(news);
      news = round.settled();
    }
  }
}
