package dev.interact.contracts.student;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A quiz as it is shown: items in order, options in the order shown, no key. Option 0 is lettered
 * A, option 1 B, and so on.
 *
 * @param items at least one
 */
public record Sheet(List<Item> items) {
  /**
   * One question of a sheet.
   *
   * @param id the item's id within its quiz
   * @param options 2 to 10, in the order shown
   */
  public record Item(String id, String question, List<String> options) {
    public Item {
      options = List.copyOf(options);
    }
  }

  public Sheet {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a sheet has at least one item");
    }
  }

  /**
   * What the template of a quiz sees of it: {@code items} (each {@code number}, {@code question},
   * {@code options} with {@code letter} and {@code text}) and {@code count}; {@code error} as well
   * where an earlier answer could not be read.
   *
   * @param formatError why the answer to an earlier draw could not be read, or null
   */
  public Map<String, Object> variables(String formatError) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("count", items.size());
    variables.put("items", IntStream.range(0, items.size()).mapToObj(this::item).toList());
    if (formatError != null) {
      variables.put("error", formatError);
    }
    return variables;
  }

  /** What a template sees of one item, numbered from 1. */
  public Map<String, Object> item(int at) {
    Item item = items.get(at);
    List<Map<String, String>> options =
        IntStream.range(0, item.options().size())
            .mapToObj(
                i ->
                    Map.of(
                        "letter", String.valueOf((char) ('A' + i)), "text", item.options().get(i)))
            .toList();
    return Map.of("number", at + 1, "question", item.question(), "options", options);
  }
}
