package dev.interact.orchestrator.live;

import dev.interact.orchestrator.preparation.PreparationRow;
import dev.interact.orchestrator.projection.Known;
import dev.interact.orchestrator.projection.Known.Doing;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.projection.Stage;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads a preparation for its view. */
@Singleton
class PreparationReader {
  private final Reader reader;

  PreparationReader(Reader reader) {
    this.reader = reader;
  }

  /**
   * A preparation as it is now, to be called within a transaction of its own.
   *
   * @param offset of the last event that was told before
   */
  LiveStudy read(StudyRow row, long offset) {
    Reader.Whole whole = reader.read(row);
    LiveStudy live = new LiveStudy(whole.head(), whole.figures(), null, offset);
    for (PreparationRow concept : PreparationRow.of(row.id)) {
      Stage stage = stage(concept);
      Doing doing = stage == Stage.RUNNING ? new Doing(0, Doing.PREPARATION) : null;
      live.add(known(concept), stage, List.of(), doing);
    }
    return live;
  }

  private static Known known(PreparationRow row) {
    return new Known(
        row.id, null, null, row.conceptId, row.domain, null, row.plannedCalls, 0, false, true);
  }

  private static Stage stage(PreparationRow row) {
    return switch (row.stage) {
      case PLANNED -> Stage.PLANNED;
      case RUNNING -> Stage.RUNNING;
      case FINISHED -> Stage.FINISHED;
      case FAILED -> Stage.FAILED;
    };
  }
}
