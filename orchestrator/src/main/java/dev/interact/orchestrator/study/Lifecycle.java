package dev.interact.orchestrator.study;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.study.StudyRow.State;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;

/** Changes the states of studies, and tells what it changed. To be called within a transaction. */
@Singleton
public class Lifecycle {
  private static final String OF_A_LATER_VERSION =
      "It says what only a later version of Interact can read: resume it when that one runs.";

  private final Chronicle chronicle;
  private final Library library;
  private final Clock clock = Clock.systemUTC();

  Lifecycle(Chronicle chronicle, Library library) {
    this.chronicle = chronicle;
    this.library = library;
  }

  /** Does what is asked of a study; what it is already, it stays. */
  public void apply(String id, Control control) {
    if (StudyRow.apply(id, control)) {
      chronicle.tell(
          switch (control) {
            case PAUSE -> new Fact.StudyPaused(id, false);
            case RESUME, SUBMIT, RETRY -> new Fact.StudyResumed(id);
            case CANCEL -> new Fact.StudyCancelled(id);
          });
    }
  }

  /** Pauses every study that runs. */
  public void pauseAll() {
    StudyRow.running().forEach(id -> apply(id, Control.PAUSE));
  }

  /** Pauses every study that runs and cannot be read: it must not keep the others waiting. */
  public void pauseUnreadable() {
    for (String id : StudyRow.running()) {
      if (!library.canRead(id) && StudyRow.pause(id, OF_A_LATER_VERSION)) {
        chronicle.tell(new Fact.StudyPaused(id, false));
      }
    }
  }

  /**
   * Sends no more of a running study's calls: the next could pass a cap.
   *
   * @param account whose cap: study or owner
   * @param reason in a sentence
   */
  public void pause(String id, String account, String reason) {
    if (StudyRow.pause(id, reason)) {
      chronicle.tell(new Fact.BudgetReached(id, account));
      chronicle.tell(new Fact.StudyPaused(id, true));
    }
  }

  /** The first dialogues, or concepts, of some studies start now, unless some have before. */
  public void begin(Collection<String> ids) {
    for (String id : StudyRow.notStarted(ids)) {
      StudyRow.update("started = ?1 where id = ?2", clock.instant(), id);
      chronicle.tell(new Fact.StudyStarted(id));
    }
  }

  /**
   * Finishes those of some studies that have no dialogue left to run: also a paused or cancelled
   * one, whose last calls were under way or were answered for another study.
   */
  public void finishIfOver(Collection<String> ids) {
    for (StudyRow study : StudyRow.overOf(ids)) {
      study.state = State.FINISHED;
      study.reason = null;
      study.finished = clock.instant();
      chronicle.tell(
          new Fact.StudyFinished(study.id, study.over("FINISHED"), study.over("FAILED")));
    }
  }
}
