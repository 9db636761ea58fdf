package dev.interact.orchestrator.progress;

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
   * Lets whoever waits go on.
   *
   * @param waiting steps of no dialogues, whose calls are settled
   */
  void tell(Collection<StepRow> waiting);

  /** Lets what failed of a study go on where it failed; where nothing failed, nothing changes. */
  void retry(String study);
}
