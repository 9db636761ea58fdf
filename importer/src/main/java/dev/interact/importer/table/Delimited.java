package dev.interact.importer.table;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.interact.importer.Draft;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.text.Encoding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads tables with a header: a row is one concept. */
public final class Delimited {
  private static final int MAX_CELL = 32 << 20;
  private static final int HEAD = 1 << 16;

  private Delimited() {}

  /** Comma-separated; by semicolons, tabs or bars where its header has no comma. */
  public static void csv(Reading reading, Consumer<Draft> found) throws IOException {
    read(reading, ',', found);
  }

  /** Tab-separated. */
  public static void tsv(Reading reading, Consumer<Draft> found) throws IOException {
    read(reading, '\t', found);
  }

  private static void read(Reading reading, char usual, Consumer<Draft> found) throws IOException {
    Encoding encoding =
        Encoding.of(reading.file().path(), reading.options().texts().encoding(), null);
    reading.encoding(encoding);
    try (BufferedReader in = new BufferedReader(encoding.open(reading.file().path()), HEAD)) {
      char separator = separator(in, usual);
      if (separator != usual) {
        reading
            .notes()
            .say("columns are separated by '%s'".formatted(separator == '\t' ? "tab" : separator));
      }
      rows(in, separator, reading, found);
    } catch (CsvParseException e) {
      throw new Refused("is no table that can be read: " + reason(e));
    }
  }

  /** The parser's own words, those of what went wrong first of all. */
  private static String reason(CsvParseException e) {
    String message = e.getMessage();
    return e.getCause() instanceof CsvParseException cause
        ? message + ": " + cause.getMessage()
        : message;
  }

  private static void rows(Reader in, char separator, Reading reading, Consumer<Draft> found)
      throws IOException {
    Columns columns = new Columns(reading);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(MAX_CELL)
            .ofNamedCsvRecord(in)) {
      long number = 0;
      for (NamedCsvRecord row : rows) {
        if (number == 0) {
          requireDistinct(row.getHeader());
          columns.require(row.getHeader());
        }
        number++;
        found.accept(columns.draft(object(row), "row " + number));
      }
    }
    columns.requireRows();
  }

  private static void requireDistinct(List<String> header) {
    Set<String> seen = new HashSet<>();
    header.stream()
        .filter(name -> !seen.add(name))
        .findFirst()
        .ifPresent(
            twice -> {
              throw new Refused("has two columns named '%s'".formatted(twice));
            });
  }

  /** An empty cell is an absent value. */
  private static ObjectNode object(NamedCsvRecord row) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.getHeader().size(); i++) {
      object.set(
          row.getHeader().get(i),
          row.getField(i).isEmpty() ? object.nullNode() : object.textNode(row.getField(i)));
    }
    return object;
  }

  private static char separator(BufferedReader in, char usual) throws IOException {
    in.mark(HEAD);
    String header = in.readLine();
    in.reset();
    if (header == null || header.indexOf(usual) >= 0) {
      return usual;
    }
    char best = usual;
    long most = 0;
    for (char candidate : new char[] {'\t', ';', '|', ','}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }
}
