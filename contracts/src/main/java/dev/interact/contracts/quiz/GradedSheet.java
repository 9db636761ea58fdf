package dev.interact.contracts.quiz;

import java.util.List;

/**
 * One graded sheet.
 *
 * @param call the call whose reply was graded
 * @param marks one for each item of the sheet, in its order
 * @param formatError a sentence for the model on why its answer could not be read as a whole; null
 *     where every item was read
 * @param grader version of the grader
 */
public record GradedSheet(String call, List<Mark> marks, String formatError, String grader) {
  public GradedSheet {
    marks = List.copyOf(marks);
  }
}
