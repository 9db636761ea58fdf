package dev.interact.importer.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.importer.Draft;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import dev.interact.importer.text.Encoding;
import java.io.IOException;
import java.io.Reader;
import java.util.Set;
import java.util.function.Consumer;

/** Reads JSON and JSONL: an object is one concept. */
public final class JsonRows {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 32 << 20;
  private static final Set<String> SPLITS =
      Set.of("train", "training", "test", "validation", "valid", "val", "dev");
  private static final Set<String> LISTS =
      Set.of("data", "rows", "examples", "concepts", "items", "records", "documents");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // as Python writes them
          .build();

  private final JsonParser parser;
  private final Columns columns;
  private final Consumer<Draft> found;
  private long number;

  private JsonRows(JsonParser parser, Reading reading, Consumer<Draft> found) {
    this.parser = parser;
    this.columns = new Columns(reading);
    this.found = found;
  }

  private interface Form {
    void read(JsonRows rows) throws IOException;
  }

  /** An object a line. */
  public static void lines(Reading reading, Consumer<Draft> found) throws IOException {
    read(reading, found, JsonRows::lines);
  }

  /** A list of objects, an object of lists (as "train" and "test"), or one object. */
  public static void document(Reading reading, Consumer<Draft> found) throws IOException {
    read(reading, found, JsonRows::document);
  }

  private static void read(Reading reading, Consumer<Draft> found, Form form) throws IOException {
    Encoding encoding =
        Encoding.of(reading.file().path(), reading.options().texts().encoding(), null);
    reading.encoding(encoding);
    try (Reader in = encoding.open(reading.file().path());
        JsonParser parser = MAPPER.createParser(in)) {
      JsonRows rows = new JsonRows(parser, reading, found);
      form.read(rows);
      rows.columns.requireRows();
    } catch (StreamConstraintsException e) {
      throw new Refused(
          "is nested deeper than %d levels, or has a value that is too long".formatted(MAX_DEPTH));
    } catch (JsonProcessingException e) {
      throw new Refused("is not valid JSON in line %d: %s".formatted(line(e), reason(e)));
    }
  }

  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it ends too early");
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private void lines() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      int line = parser.currentTokenLocation().getLineNr();
      row(null, "line " + line);
    }
  }

  private void document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      list(null);
    } else if (first == JsonToken.START_OBJECT) {
      object();
    } else {
      throw new Refused("holds no objects");
    }
    if (parser.nextToken() != null) {
      throw new Refused("goes on after its end; if it has an object a line, name it .jsonl");
    }
  }

  private void object() throws IOException {
    ObjectNode single = MAPPER.createObjectNode();
    boolean hasLists = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean isSplit = SPLITS.contains(name);
      if (parser.nextToken() == JsonToken.START_ARRAY && (isSplit || LISTS.contains(name))) {
        list(isSplit ? name : null);
        hasLists = true;
      } else {
        single.set(name, parser.readValueAsTree());
      }
    }
    if (!hasLists) {
      found.accept(columns.draft(single, null));
    }
  }

  private void list(String split) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      row(split, "row " + (number + 1));
    }
  }

  private void row(String split, String place) throws IOException {
    number++;
    JsonNode node = parser.readValueAsTree();
    // As the viewer of a data hub hands out rows.
    ObjectNode row =
        node.path("row") instanceof ObjectNode inner
            ? inner
            : node instanceof ObjectNode o ? o : null;
    if (row == null) {
      throw new Refused(place + ": is no object");
    }
    row.properties()
        .removeIf(
            entry -> entry.getValue().isDouble() && !Double.isFinite(entry.getValue().asDouble()));
    if (split != null && !row.has(Columns.SPLIT)) {
      row.put(Columns.SPLIT, split);
    }
    found.accept(columns.draft(row, place));
  }
}
