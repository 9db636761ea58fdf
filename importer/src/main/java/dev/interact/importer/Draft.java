package dev.interact.importer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a reader found that may become a concept.
 *
 * @param text as it stands in the file; null for an image
 * @param image an encoded image; null for a text
 * @param labels what the file itself says of it
 * @param extra what else a row has
 * @param place within the file, as "row 3"; null for the whole file
 */
public record Draft(
    String text,
    byte[] image,
    Map<Field, String> labels,
    Map<String, JsonNode> extra,
    String place) {

  /** A whole file's text. */
  public static Draft text(String text, Map<Field, String> labels) {
    return new Draft(text, null, labels, Map.of(), null);
  }

  /** A whole file that is an image. */
  public static Draft image(byte[] image) {
    return new Draft(null, image, Map.of(), Map.of(), null);
  }

  /** What the file says of a field, without white space around it; null if nothing. */
  public String label(Field field) {
    String value = labels.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The same with what others say of it, who are believed first. */
  public Draft believing(Map<Field, String> others) {
    Map<Field, String> all = new EnumMap<>(Field.class);
    all.putAll(labels);
    all.putAll(others);
    return new Draft(text, image, all, extra, place);
  }
}
