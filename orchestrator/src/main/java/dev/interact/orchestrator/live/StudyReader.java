package dev.interact.orchestrator.live;

import dev.interact.analysis.answers.Repeat;
import dev.interact.analysis.table.Units;
import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.projection.Curves;
import dev.interact.orchestrator.projection.Known;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.projection.Stage;
import dev.interact.orchestrator.results.Horizon;
import dev.interact.orchestrator.results.QuizMarks;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.Submission;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a study for its view: its dialogues, and the marks of those that have begun. */
@Singleton
class StudyReader {
  private static final int CHUNK = 500;

  private final Reader reader;
  private final QuizMarks marks;
  private final Library library;

  StudyReader(Reader reader, QuizMarks marks, Library library) {
    this.reader = reader;
    this.marks = marks;
    this.library = library;
  }

  /**
   * A study as it is now, to be called within a transaction of its own.
   *
   * @param curves whether its curves are wanted
   * @param offset of the last event that was told before
   */
  LiveStudy read(StudyRow row, boolean curves, long offset) {
    Reader.Whole whole = reader.read(row);
    Submission submission = library.study(row.id);
    StudyFile file = submission.study();
    LiveStudy live =
        new LiveStudy(
            whole.head(),
            whole.figures(),
            curves ? new Curves(file.turns(), units(submission)) : null,
            offset);
    List<DialogueRow> dialogues = DialogueRow.list("study = ?1 order by concept, rank", row.id);
    DialogueRow.getEntityManager().clear();
    new Dialogues(file, Horizon.of(file), OpenSteps.of(row.id)).addTo(live, dialogues);
    if (curves) {
      Map<String, DialogueRow> begun = begun(dialogues);
      marks.ofStudy(row.id, begun, file.selectsOnQuiz(), live::mark);
      close(live, begun.values());
    }
    return live;
  }

  /** Reads the marks of dialogues that have finished since. */
  void mark(LiveStudy live, Collection<String> finished) {
    boolean selects = library.study(live.id()).study().selectsOnQuiz();
    List<DialogueRow> dialogues = DialogueRow.byIds(finished);
    for (int from = 0; from < dialogues.size(); from += CHUNK) {
      List<DialogueRow> some = dialogues.subList(from, Math.min(dialogues.size(), from + CHUNK));
      marks.of(some, selects, live::mark);
      close(live, some);
      DialogueRow.getEntityManager().clear();
    }
    finished.forEach(live::close);
  }

  private static void close(LiveStudy live, Collection<DialogueRow> dialogues) {
    dialogues.stream()
        .filter(dialogue -> dialogue.stage == DialogueRow.Stage.FINISHED)
        .forEach(dialogue -> live.close(dialogue.id));
  }

  private Units units(Submission submission) {
    Iterable<Concept> concepts =
        () ->
            submission.concepts().stream().map(hash -> library.concept(hash).concept()).iterator();
    return Units.of(submission.study(), concepts);
  }

  /** By their ids, in their order. */
  private static Map<String, DialogueRow> begun(List<DialogueRow> dialogues) {
    return dialogues.stream()
        .filter(dialogue -> stage(dialogue) != Stage.PLANNED)
        .collect(
            Collectors.toMap(
                dialogue -> dialogue.id,
                Function.identity(),
                (one, same) -> one,
                LinkedHashMap::new));
  }

  private static Stage stage(DialogueRow dialogue) {
    return switch (dialogue.stage) {
      case AWAITING_DONOR, PLANNED -> Stage.PLANNED;
      case AWAITING_LESSON, RUNNING -> Stage.RUNNING;
      case FINISHED -> Stage.FINISHED;
      case FAILED -> Stage.FAILED;
    };
  }

  /** Makes what is known of dialogues from their rows. */
  private record Dialogues(StudyFile file, Map<Arm, Horizon> horizons, OpenSteps steps) {

    void addTo(LiveStudy live, List<DialogueRow> rows) {
      boolean selects = file.selectsOnQuiz();
      rows.stream()
          .sorted(Comparator.comparingLong(row -> row.rank))
          .forEach(
              row ->
                  live.add(
                      known(row, row.halved || !selects),
                      stage(row),
                      steps.done(row.id),
                      steps.doing(row.id)));
    }

    private Known known(DialogueRow row, boolean told) {
      Arm arm = row.arm();
      return new Known(
          row.id,
          row.arm,
          arm.key(),
          row.conceptId,
          row.domain,
          new Repeat(row.seed, row.lessonDraw, row.optionOrder, row.candidate),
          row.plannedCalls,
          row.turns == null ? horizons.get(arm).turns() : row.turns,
          row.condition.hasLesson(),
          told);
    }
  }
}
