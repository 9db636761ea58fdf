package dev.interact.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.tables.Format;
import dev.interact.tables.ResultRows;
import dev.interact.tables.TableWriter;
import dev.interact.tables.Tables;
import dev.interact.tables.TidyTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Writes the tables of a folder of results, line by line. What is held is a set of concept ids. */
final class TableExport {
  private final ResultsFiles results;
  private final Set<Format> formats;
  private final Counting told;
  private final Map<String, Long> rows = new LinkedHashMap<>();

  TableExport(ResultsFiles results, Set<Format> formats, Consumer<String> told) {
    this.results = results;
    this.formats = formats;
    this.told = new Counting(told, System::nanoTime);
  }

  private interface Source {
    void writeTo(Consumer<ObjectNode> table) throws IOException;
  }

  /**
   * Writes all tables.
   *
   * @return the number of rows of each
   */
  Map<String, Long> write(Path folder) throws IOException {
    write(
        folder,
        Tables.STUDIES,
        table -> table.accept(ResultRows.study(results.written(), results.manifest())));
    write(folder, Tables.CONCEPTS, this::concepts);
    write(
        folder,
        Tables.DIALOGUES,
        table ->
            JsonLines.forEach(
                results.dialogues(), line -> table.accept(ResultRows.dialogue(line))));
    write(
        folder,
        Tables.TURNS,
        table ->
            JsonLines.forEach(results.dialogues(), line -> ResultRows.turns(line).forEach(table)));
    write(folder, Tables.ANSWERS, table -> JsonLines.forEach(results.answers(), table));
    write(
        folder,
        Tables.CALLS,
        table -> JsonLines.forEach(results.calls(), line -> table.accept(ResultRows.call(line))));
    return rows;
  }

  private void write(Path folder, TidyTable table, Source source) throws IOException {
    try (TableWriter writer = new TableWriter(table, folder, formats)) {
      source.writeTo(
          row -> {
            writer.write(row);
            told.row(table.name(), writer.rows());
          });
      told.done(table.name(), writer.rows());
      rows.put(table.name(), writer.rows());
    }
  }

  private void concepts(Consumer<ObjectNode> table) throws IOException {
    if (results.concepts().isPresent()) {
      JsonLines.forEach(
          results.concepts().get(),
          line -> table.accept(ResultRows.concept(line, results.manifest())));
    } else {
      Set<String> seen = new HashSet<>();
      JsonLines.forEach(
          results.dialogues(),
          line -> {
            if (seen.add(line.path("concept").asText())) {
              table.accept(ResultRows.conceptOf(line, results.manifest()));
            }
          });
    }
  }
}
