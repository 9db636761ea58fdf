package dev.interact.analysis.source;

import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.ItemKeys;
import dev.interact.analysis.table.Units;

/** A folder's answers, counted as its study says. */
public final class StudyEvidence {
  private StudyEvidence() {}

  /** By the rules of the primary analysis. */
  public static Evidence of(Source source) {
    AnswerTable table = new AnswerTable(source.study().turns(), new ItemKeys(source.concepts()));
    source.answers(table::add);
    source.dialogues(table::add);
    return Evidence.primary(table, Units.of(source.study(), source.concepts()));
  }
}
