package dev.interact.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** JSON Lines in UTF-8: every column is in every line. */
final class JsonlRows implements Rows {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  private final TidyTable table;
  private final JsonGenerator generator;

  JsonlRows(TidyTable table, OutputStream output) throws IOException {
    this.table = table;
    // A writer, unlike a stream, has something to put in the place of half a character.
    this.generator =
        MAPPER
            .createGenerator(new OutputStreamWriter(output, StandardCharsets.UTF_8))
            .setPrettyPrinter(new MinimalPrettyPrinter(""));
  }

  @Override
  public void write(ObjectNode row) throws IOException {
    generator.writeStartObject();
    for (Column column : table.columns()) {
      generator.writeFieldName(column.name());
      JsonNode value = column.valueIn(row);
      if (value == null) {
        generator.writeNull();
      } else {
        write(column.type(), value);
      }
    }
    generator.writeEndObject();
    generator.writeRaw('\n');
  }

  private void write(ColumnType type, JsonNode value) throws IOException {
    switch (type) {
      case TEXT, WHOLE_NUMBER, NUMBER, TRUTH, TIME, WHOLE_NUMBERS -> generator.writeTree(value);
      case JSON -> generator.writeString(value.toString());
    }
  }

  @Override
  public void close() throws IOException {
    generator.close();
  }
}
