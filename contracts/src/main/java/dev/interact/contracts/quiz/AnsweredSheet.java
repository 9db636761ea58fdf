package dev.interact.contracts.quiz;

import dev.interact.contracts.student.Sheet;
import java.util.List;

/**
 * A sheet with its key and what the student's model wrote.
 *
 * @param call the call whose reply is graded
 * @param sheet as shown
 * @param key the position, as shown, of each item's right option; parallel to the sheet's items
 * @param text the model's reply, whole
 */
public record AnsweredSheet(String call, Sheet sheet, List<Integer> key, String text) {
  public AnsweredSheet {
    key = List.copyOf(key);
    if (key.size() != sheet.items().size()) {
      throw new IllegalArgumentException("a key has one entry for each item of its sheet");
    }
  }
}
