package dev.interact.worker.prompt;

import dev.interact.contracts.student.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts a sheet into a quiz template. */
public final class SheetText {
  private SheetText() {}

  /**
   * The quiz as the model reads it.
   *
   * @param formatError why the answer to an earlier draw could not be read, or null
   */
  public static String of(String template, Sheet sheet, String formatError) {
    Map<String, Object> values = new HashMap<>();
    values.put("count", sheet.items().size());
    values.put(
        "items",
        IntStream.range(0, sheet.items().size())
            .mapToObj(i -> item(i + 1, sheet.items().get(i)))
            .toList());
    if (formatError != null) {
      values.put("error", formatError);
    }
    return Template.fill(template, values);
  }

  private static Map<String, Object> item(int number, Sheet.Item item) {
    List<Map<String, String>> options =
        IntStream.range(0, item.options().size())
            .mapToObj(
                i ->
                    Map.of(
                        "letter", String.valueOf((char) ('A' + i)), "text", item.options().get(i)))
            .toList();
    return Map.of("number", number, "question", item.question(), "options", options);
  }
}
