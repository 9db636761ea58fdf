package dev.interact.orchestrator.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two JSON objects differ. */
final class FieldDifferences {
  private final List<Entry> entries = new ArrayList<>();

  private FieldDifferences() {}

  /**
   * A field that differs.
   *
   * @param field its path, with points
   * @param a null where the first has none
   * @param b null where the second has none
   */
  record Entry(String field, JsonNode a, JsonNode b) {}

  /** The fields that differ, by their paths; a list is compared as a whole. */
  static List<Entry> of(JsonNode a, JsonNode b) {
    FieldDifferences differences = new FieldDifferences();
    differences.compare("", a, b);
    return List.copyOf(differences.entries);
  }

  private void compare(String path, JsonNode a, JsonNode b) {
    if (a != null && b != null && a.isObject() && b.isObject()) {
      TreeSet<String> fields = new TreeSet<>();
      a.fieldNames().forEachRemaining(fields::add);
      b.fieldNames().forEachRemaining(fields::add);
      fields.forEach(
          field ->
              compare(path.isEmpty() ? field : path + "." + field, a.get(field), b.get(field)));
    } else if (isPresent(a) ? !a.equals(b) : isPresent(b)) {
      entries.add(new Entry(path, a, b));
    }
  }

  private static boolean isPresent(JsonNode value) {
    return value != null && !value.isNull();
  }
}
