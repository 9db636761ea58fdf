package dev.interact.cli.status;

import dev.interact.cli.api.StudyStatus;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Locale;

/** Studies, a row each. */
final class StudyTable {
  private static final List<String> HEADER =
      List.of(
          "study", "id", "state", "created", "dialogues", "finished", "failed", "calls", "cost");
  private static final int LABELS = 4;

  private StudyTable() {}

  static Table of(List<StudyStatus> studies) {
    return new Table(HEADER, LABELS, studies.stream().map(StudyTable::row).toList());
  }

  private static List<String> row(StudyStatus study) {
    return List.of(
        study.name(),
        study.shortId(),
        study.state(),
        String.valueOf(study.created()),
        count(study.dialogues().total()),
        count(study.dialogues().finished()),
        count(study.dialogues().failed()),
        count(study.calls().done()),
        String.format(Locale.ROOT, "$%.2f", study.cost()));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
