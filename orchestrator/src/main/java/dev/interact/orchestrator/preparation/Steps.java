package dev.interact.orchestrator.preparation;

import dev.interact.orchestrator.progress.StepRow;
import dev.interact.preparation.flow.Step;
import dev.interact.preparation.flow.Step.Gate;

/** The steps of preparations, as rows of the table of steps. */
final class Steps {
  private Steps() {}

  /**
   * A row of a step.
   *
   * @param formatError why the draw before this one could not be read, or null
   */
  static StepRow row(PreparationRow waiter, Step step, String call, String formatError) {
    StepRow row = new StepRow(waiter.study, waiter.id, kind(step), call, formatError);
    switch (step) {
      case Step.WriteLesson(String author) -> row.model = author;
      case Step.WriteQuiz(int round, int draw) -> {
        row.turn = round;
        row.draw = draw;
      }
      case Step.Judge(int round, int draw) -> {
        row.turn = round;
        row.draw = draw;
      }
      case Step.Sit sit -> {
        row.turn = sit.round();
        row.model = sit.model();
        row.sample = sit.attempt();
        row.part = sit.part();
        row.draw = sit.draw();
      }
    }
    return row;
  }

  private static StepRow.Kind kind(Step step) {
    return switch (step) {
      case Step.WriteLesson lesson -> StepRow.Kind.PREPARED_LESSON;
      case Step.WriteQuiz quiz -> StepRow.Kind.WRITE_QUIZ;
      case Step.Judge judge -> StepRow.Kind.JUDGE;
      case Step.Sit sit ->
          switch (sit.gate()) {
            case CLOSED_BOOK -> StepRow.Kind.CLOSED_BOOK;
            case WITH_CONTEXT -> StepRow.Kind.WITH_CONTEXT;
            case FRESH -> StepRow.Kind.FRESH;
          };
    };
  }

  /** The step of a row. */
  static Step of(StepRow row) {
    return switch (row.kind) {
      case PREPARED_LESSON -> new Step.WriteLesson(row.model);
      case WRITE_QUIZ -> new Step.WriteQuiz(row.turn, row.draw);
      case JUDGE -> new Step.Judge(row.turn, row.draw);
      case CLOSED_BOOK -> sit(Gate.CLOSED_BOOK, row);
      case WITH_CONTEXT -> sit(Gate.WITH_CONTEXT, row);
      case FRESH -> sit(Gate.FRESH, row);
      case LESSON, ASK, ANSWER, SIT, RETEST, TRIAL ->
          throw new IllegalStateException("a dialogue waits for " + row.kind);
    };
  }

  private static Step sit(Gate gate, StepRow row) {
    return new Step.Sit(gate, row.turn, row.model, row.sample, row.part, row.draw);
  }
}
