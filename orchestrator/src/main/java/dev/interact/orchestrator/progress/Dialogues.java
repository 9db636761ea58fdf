package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.study.Library;
import dev.interact.study.Cell;
import dev.interact.study.Matrix;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;

/** The dialogues that a study consists of, stored or not. */
@Singleton
public class Dialogues {
  private static final int ABOUT = 200;

  private final Library library;

  Dialogues(Library library) {
    this.library = library;
  }

  /**
   * Hands over all dialogues of a study as they are before they start, some 200 at a time and
   * outside of transactions. Those of a concept, which alone can share calls, come together.
   *
   * @param id the study's
   */
  public void planned(String id, Submission study, Consumer<List<DialogueRow>> sink) {
    List<Cell> cells = Matrix.cells(study.study());
    int concepts = Math.max(1, ABOUT / Math.max(1, cells.size()));
    for (int from = 0; from < study.concepts().size(); from += concepts) {
      List<String> hashes =
          study.concepts().subList(from, Math.min(study.concepts().size(), from + concepts));
      sink.accept(
          hashes.stream()
              .flatMap(hash -> planned(id, study.study(), hash, cells).stream())
              .toList());
    }
  }

  private List<DialogueRow> planned(String study, StudyFile file, String hash, List<Cell> cells) {
    return DialogueRow.planned(study, file, library.concept(hash).concept(), hash, cells);
  }
}
