package dev.interact.importer.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.importer.Draft;
import dev.interact.importer.Field;
import dev.interact.importer.Notes;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.Refused;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns of a table hold what a concept needs; makes drafts of rows. */
final class Columns {
  static final String SPLIT = "split";
  private static final Pattern SPLIT_IN_NAME =
      Pattern.compile("(?i)(?:.*[-_.])?(train|training|test|validation|valid|val|dev)(?:[-_.].*)?");

  private final Reading reading;
  private final Map<List<String>, Map<Field, String>> known = new HashMap<>();
  private final RowImages images;
  private long rows;

  Columns(Reading reading) {
    this.reading = reading;
    this.images = new RowImages(reading.file());
  }

  /**
   * Makes a draft of a row.
   *
   * @param row without absent values
   * @param place as "row 3"
   */
  Draft draft(ObjectNode row, String place) {
    rows++;
    try {
      List<String> names = new ArrayList<>();
      row.fieldNames().forEachRemaining(names::add);
      return draft(row, place, known.computeIfAbsent(names, this::find));
    } catch (Refused e) {
      throw e.at(place);
    }
  }

  /** Refuses a table without rows. */
  void requireRows() {
    if (rows == 0) {
      throw new Refused("has no rows");
    }
  }

  /** Finds the columns of a table whose header is known before its rows. */
  void require(Collection<String> names) {
    Map<Field, String> found = find(List.copyOf(names));
    if (!found.containsKey(Field.TEXT) && !found.containsKey(Field.IMAGE)) {
      throw noText(names);
    }
  }

  private static Refused noText(Collection<String> names) {
    return new Refused(
        "has no column for the text or image (its columns: %s); name it with --column text=NAME"
            .formatted(String.join(", ", names)));
  }

  private Map<Field, String> find(List<String> names) {
    Map<Field, String> found = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      String stated = reading.options().labels().columns().get(field);
      String name = stated != null && names.contains(stated) ? stated : usual(field, names);
      if (name != null) {
        found.put(field, name);
      }
    }
    noteText(names, found.get(Field.TEXT), reading.notes());
    return found;
  }

  private static String usual(Field field, List<String> names) {
    for (String usual : field.names()) {
      for (String name : names) {
        if (name.strip().equalsIgnoreCase(usual)) {
          return name;
        }
      }
    }
    return null;
  }

  private static void noteText(List<String> names, String text, Notes notes) {
    List<String> others =
        names.stream()
            .filter(name -> !name.equals(text))
            .filter(name -> Field.TEXT.names().contains(name.strip().toLowerCase(Locale.ROOT)))
            .toList();
    if (text != null && !others.isEmpty()) {
      notes.say(
          "text is from the column '%s'; '%s' is kept beside it"
              .formatted(text, String.join("', '", others)));
    }
  }

  private Draft draft(ObjectNode row, String place, Map<Field, String> columns) {
    if (!columns.containsKey(Field.TEXT) && !columns.containsKey(Field.IMAGE)) {
      List<String> names = new ArrayList<>();
      row.fieldNames().forEachRemaining(names::add);
      throw noText(names);
    }
    String text = text(row.path(columns.getOrDefault(Field.TEXT, "")));
    boolean isImage = text.isBlank() && row.hasNonNull(columns.getOrDefault(Field.IMAGE, ""));
    byte[] image = isImage ? images.read(row.get(columns.get(Field.IMAGE))) : null;
    Map<Field, String> labels = new EnumMap<>(Field.class);
    columns.forEach((field, column) -> label(field, row.path(column), labels));
    Map<String, JsonNode> extra = extra(row, columns);
    return new Draft(isImage ? null : text, image, labels, extra, place);
  }

  private static void label(Field field, JsonNode value, Map<Field, String> labels) {
    if (field != Field.TEXT && field != Field.IMAGE && value.isValueNode() && !value.isNull()) {
      labels.put(field, WholeValues.require(value).asText());
    }
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(text(part)));
      return String.join("\n", parts);
    }
    if (value.isObject()) {
      throw new Refused("the text is no text; name another column with --column text=NAME");
    }
    if (value.isBinary()) {
      return ParquetValues.text(((BinaryNode) value).binaryValue());
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  private Map<String, JsonNode> extra(ObjectNode row, Map<Field, String> columns) {
    Map<String, JsonNode> extra = new TreeMap<>();
    row.properties().stream()
        .filter(entry -> !columns.containsValue(entry.getKey()))
        .filter(entry -> !entry.getValue().isNull() && !entry.getValue().isBinary())
        .forEach(entry -> extra.put(entry.getKey(), WholeValues.require(entry.getValue())));
    Matcher split = SPLIT_IN_NAME.matcher(reading.file().stem());
    if (split.matches()) {
      extra.putIfAbsent(SPLIT, row.textNode(split.group(1)));
    }
    return extra;
  }
}
