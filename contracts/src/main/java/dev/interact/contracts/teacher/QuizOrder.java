package dev.interact.contracts.teacher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The items that an author is to write.
 *
 * @param levels how many of each level, at least one in all
 * @param options how many options an item has, 2 to 10
 * @param asked questions that the quiz has already
 * @param problems what was wrong with the last reply, a sentence each
 */
public record QuizOrder(
    List<OfLevel> levels, int options, List<String> asked, List<String> problems) {

  /**
   * Items of one level.
   *
   * @param level easy, medium or hard
   * @param number at least 1
   */
  public record OfLevel(String level, int number) {}

  public QuizOrder {
    levels = List.copyOf(levels);
    asked = List.copyOf(asked);
    problems = List.copyOf(problems);
  }

  /** How many items in all. */
  public int count() {
    return levels.stream().mapToInt(OfLevel::number).sum();
  }

  /**
   * What the template sees; {@code asked} and {@code problems} where there are any, a line each.
   */
  public Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    variables.put("count", count());
    variables.put("options", options);
    variables.put(
        "levels",
        levels.stream().map(of -> Map.of("level", of.level(), "number", of.number())).toList());
    putLines(variables, "asked", asked);
    putLines(variables, "problems", problems);
    return variables;
  }

  private static void putLines(Map<String, Object> variables, String name, List<String> lines) {
    if (!lines.isEmpty()) {
      variables.put(name, "- " + String.join("\n- ", lines));
    }
  }
}
