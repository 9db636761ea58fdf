package dev.interact.quiz.grading;

import dev.interact.contracts.student.Sheet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the choices from what a model wrote. Tolerant of dress (Markdown, brackets, JSON, option
 * texts repeated), strict about sense: an answer that could mean two things is not read.
 */
final class AnswerText {
  private static final Pattern END_OF_THOUGHT = Pattern.compile("(?i)</think(?:ing)?>");
  private static final Pattern SEVERAL_ON_A_LINE =
      Pattern.compile("[,;|]\\s*(?=\\d{1,4}\\s*[.):=])");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?i)^[\\s>*_#(\\[-]*(?:(?:q|question|item|answer)[\\s*_]*)?(\\d{1,4})[\\s*_]*[.):\\]=–—-][\\s*_.):=–—-]*(.*)$");

  private AnswerText() {}

  /**
   * The choice for each item, as a position in its options; null where none could be read.
   *
   * @return as many entries as items
   */
  static List<Integer> choices(String text, List<Sheet.Item> items) {
    String said = afterThoughts(text).strip();
    return JsonAnswers.choices(said, items)
        .orElseGet(
            () ->
                fromLines(
                    Arrays.stream(SEVERAL_ON_A_LINE.split(said))
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                    items));
  }

  /** What stands after the last thought of a model that thinks aloud. */
  private static String afterThoughts(String text) {
    Matcher end = END_OF_THOUGHT.matcher(text);
    int from = 0;
    while (end.find()) {
      from = end.end();
    }
    return text.substring(from);
  }

  private static List<Integer> fromLines(List<String> lines, List<Sheet.Item> items) {
    Answers answers = new Answers(items);
    for (String line : lines) {
      Matcher numbered = NUMBERED.matcher(line);
      if (numbered.matches()) {
        answers.give(Integer.parseInt(numbered.group(1)), numbered.group(2));
      }
    }
    return answers.isEmpty() ? withoutNumbers(lines, items) : answers.choices();
  }

  private static List<Integer> withoutNumbers(List<String> lines, List<Sheet.Item> items) {
    Answers answers = new Answers(items);
    if (lines.size() == items.size()) {
      for (int i = 0; i < lines.size(); i++) {
        answers.give(i + 1, lines.get(i));
      }
    } else if (items.size() == 1) {
      lines.stream().filter(Choice::isAnnounced).forEach(line -> answers.give(1, line));
    }
    boolean complete = answers.choices().stream().noneMatch(java.util.Objects::isNull);
    return complete ? answers.choices() : Collections.nCopies(items.size(), null);
  }
}
