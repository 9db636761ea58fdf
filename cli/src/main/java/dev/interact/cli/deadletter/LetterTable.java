package dev.interact.cli.deadletter;

import dev.interact.cli.api.DeadLetters.Letter;
import dev.interact.cli.table.Table;
import java.util.List;
import java.util.Locale;

/** Dead letters, a row each. */
final class LetterTable {
  private static final List<String> HEADER =
      List.of("id", "noticed", "by", "sent again", "reason", "bytes");
  private static final int LABELS = 5;

  private LetterTable() {}

  static Table of(List<Letter> letters) {
    return new Table(HEADER, LABELS, letters.stream().map(LetterTable::row).toList());
  }

  private static List<String> row(Letter letter) {
    return List.of(
        letter.id(),
        letter.noticed(),
        letter.reader(),
        letter.resent() == null ? "-" : letter.resent(),
        letter.reason(),
        String.format(Locale.ROOT, "%,d", letter.size()));
  }
}
