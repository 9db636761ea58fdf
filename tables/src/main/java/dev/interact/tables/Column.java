package dev.interact.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.study.input.InvalidField;

/**
 * A column of a table.
 *
 * @param name in every format, and of the field of the row that holds its value
 * @param meaning for people, in Markdown
 */
public record Column(String name, ColumnType type, String meaning) {

  /**
   * Its value in a row.
   *
   * @return null where there is none
   * @throws InvalidField if it is of another type
   */
  JsonNode valueIn(ObjectNode row) {
    JsonNode value = row.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!type.accepts(value)) {
      throw new InvalidField(name, "must be a %s.".formatted(type.label()));
    }
    return value;
  }
}
