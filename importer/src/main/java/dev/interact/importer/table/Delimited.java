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
import java.io.StringReader;
import java.util.function.Consumer;
import org.apache.commons.io.input.SequenceReader;

/** Reads tables with a header: a row is one concept. */
public final class Delimited {
  private static final int MAX_CELL = 32 << 20;
  private static final int HEAD = 1 << 16;

  /** A row behind the last one: it is not seen where a quotation mark stays open. */
  private static final String END = "\u0003";

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

  /** The parser's own words. */
  private static String reason(CsvParseException e) {
    String what = e.getMessage().replace("Exception when reading", "reading");
    return e.getCause() == null ? what : what + ": " + e.getCause().getMessage();
  }

  private static void rows(Reader in, char separator, Reading reading, Consumer<Draft> found)
      throws IOException {
    Columns columns = new Columns(reading);
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .fieldSeparator(separator)
            .maxBufferSize(MAX_CELL)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofNamedCsvRecord(new SequenceReader(in, new StringReader("\n" + END)))) {
      long number = 0;
      for (NamedCsvRecord row : rows) {
        if (number == 0) {
          columns.require(row.getHeader());
        }
        if (row.getFieldCount() == 1 && row.getField(0).equals(END)) {
          break;
        }
        number++;
        requireWhole(row, number);
        found.accept(columns.draft(object(row), "row " + number));
      }
    }
    columns.requireRows();
  }

  private static void requireWhole(NamedCsvRecord row, long number) {
    if (row.getField(row.getFieldCount() - 1).endsWith(END)) {
      throw new Refused(
          "is cut off: a quotation mark in row %d, which begins in line %d, is never closed"
              .formatted(number, row.getStartingLineNumber()));
    }
    if (row.getFieldCount() != row.getHeader().size()) {
      throw new Refused(
          "has %d fields in row %d (line %d) and %d in its header"
              .formatted(
                  row.getFieldCount(),
                  number,
                  row.getStartingLineNumber(),
                  row.getHeader().size()));
    }
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
