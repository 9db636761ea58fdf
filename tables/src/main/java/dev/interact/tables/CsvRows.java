package dev.interact.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/**
 * CSV by RFC 4180 in UTF-8, with a header. Null is an empty cell, an empty text is {@code ""}. What
 * a spreadsheet would take for a formula stands behind an apostrophe; numbers do not.
 */
final class CsvRows implements Rows {
  private final TidyTable table;
  private final Writer writer;

  CsvRows(TidyTable table, OutputStream output) throws IOException {
    this.table = table;
    this.writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    StringJoiner header = new StringJoiner(",", "", CsvText.LINE_END);
    table.columns().forEach(column -> header.add(column.name()));
    writer.write(header.toString());
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    StringJoiner line = new StringJoiner(",", "", CsvText.LINE_END);
    for (Column column : table.columns()) {
      JsonNode value = column.valueIn(row);
      line.add(value == null ? "" : cell(column.type(), value));
    }
    writer.write(line.toString());
  }

  private static String cell(ColumnType type, JsonNode value) {
    return switch (type) {
      case TEXT, TIME -> CsvText.cell(value.asText());
      case WHOLE_NUMBERS, JSON -> CsvText.cell(value.toString());
      case WHOLE_NUMBER, NUMBER, TRUTH -> value.asText();
    };
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
