package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.ledger.CallRow;
import java.util.Collection;

/**
 * Lets what waits for calls, and is no dialogue, go on. To be called within a transaction, by one
 * thread at a time.
 */
public interface Conductor {
  /**
   * Starts what is planned of studies that have few calls ready.
   *
   * @return how many
   */
  int start();

  /**
   * Tells whoever waits for some settled calls.
   *
   * @return calls that are wanted now and settled already
   */
  Collection<CallRow> tell(Collection<CallRow> settled);

  /** Lets what failed of a study go on where it failed; where nothing failed, nothing changes. */
  void retry(String study);
}
