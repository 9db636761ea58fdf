package dev.interact.importer.table;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.importer.Refused;
import java.util.regex.Pattern;

/** Values that can be written as UTF-8: JSON's escapes may stand for half a character. */
final class WholeValues {
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private WholeValues() {}

  /** Refuses a value that has half a character, at whatever depth. */
  static JsonNode require(JsonNode value) {
    if (value.isTextual() && HALF.matcher(value.textValue()).find()) {
      throw new Refused("a value has half a character (a surrogate without its other half)");
    }
    value.forEach(WholeValues::require);
    return value;
  }
}
