package dev.interact.contracts.quiz;

import java.util.List;

/**
 * All that quiz-service receives: sheets to grade. Grading is a pure function of (reply, sheet,
 * key, grader version), so a batch may be sent again at will.
 *
 * @param batch id of this sending
 * @param addressee the worker incarnation that the batch is for
 */
public record GradeSheets(String batch, String addressee, List<AnsweredSheet> sheets) {
  public GradeSheets {
    sheets = List.copyOf(sheets);
  }
}
