package dev.interact.orchestrator.results;

import dev.interact.tables.Tables;
import dev.interact.tables.TidyTable;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that a study's results are handed out as. */
enum ResultTable {
  STUDIES(Tables.STUDIES),
  CONCEPTS(Tables.CONCEPTS),
  DIALOGUES(Tables.DIALOGUES),
  TURNS(Tables.TURNS),
  ANSWERS(Tables.ANSWERS),
  CALLS(Tables.CALLS);

  private final TidyTable tidy;

  ResultTable(TidyTable tidy) {
    this.tidy = tidy;
  }

  /** Its columns, and what they mean. */
  TidyTable tidy() {
    return tidy;
  }

  /** The table of a name. */
  static Optional<ResultTable> of(String name) {
    return Stream.of(values()).filter(table -> table.tidy.name().equals(name)).findFirst();
  }

  /** All names, for people. */
  static String names() {
    return Stream.of(values()).map(table -> table.tidy.name()).collect(Collectors.joining(", "));
  }
}
