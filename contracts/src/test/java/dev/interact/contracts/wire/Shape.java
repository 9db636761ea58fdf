package dev.interact.contracts.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What some JSON values that stand in the same place have in common: their types, the fields that
 * all of them have, and the shapes of what is in them.
 *
 * @param values at least one
 */
record Shape(List<JsonNode> values) {

  /** In what a value differs; fields that none of these has do not count. */
  List<String> problems(JsonNode value) {
    List<String> problems = new ArrayList<>();
    compare("", value, problems);
    return problems;
  }

  private void compare(String place, JsonNode value, List<String> problems) {
    List<String> types = values.stream().map(Shape::type).distinct().toList();
    boolean isWholeForDecimal = type(value).equals("integer") && types.contains("number");
    if (!types.contains(type(value)) && !isWholeForDecimal) {
      problems.add("%s was %s and is %s".formatted(place, String.join(" or ", types), type(value)));
    } else if (value.isObject()) {
      compareFields(place, value, problems);
    } else if (value.isArray()) {
      List<JsonNode> elements = values.stream().flatMap(Shape::children).toList();
      if (!elements.isEmpty()) {
        children(value)
            .forEach(child -> new Shape(elements).compare(place + "/*", child, problems));
      }
    }
  }

  private void compareFields(String place, JsonNode value, List<String> problems) {
    Map<String, List<JsonNode>> fields =
        values.stream()
            .flatMap(known -> known.properties().stream())
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    TreeMap::new,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    fields.forEach(
        (name, known) -> {
          String field = place + "/" + name;
          if (value.has(name)) {
            new Shape(known).compare(field, value.get(name), problems);
          } else if (known.size() == values.size()) {
            problems.add(field + " was always there and is not");
          }
        });
  }

  private static Stream<JsonNode> children(JsonNode value) {
    return StreamSupport.stream(value.spliterator(), false);
  }

  private static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
