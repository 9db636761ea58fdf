package dev.interact.quiz.grading;

import dev.interact.contracts.quiz.AnsweredSheet;
import dev.interact.contracts.quiz.GradedSheet;
import dev.interact.contracts.quiz.Mark;
import dev.interact.contracts.student.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Grades a sheet: a pure function of (reply, sheet, key, {@link #VERSION}). An item is wrong only
 * if a choice was read; what could not be read is told apart.
 */
public final class Grader {
  /** Changes whenever some reply would be graded otherwise. */
  public static final String VERSION = "letters-1";

  private Grader() {}

  /** The marks of a sheet, and what to tell the model where its answer could not be read. */
  public static GradedSheet grade(AnsweredSheet answered) {
    List<Sheet.Item> items = answered.sheet().items();
    List<Integer> choices = AnswerText.choices(answered.text(), items);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Integer choice = choices.get(i);
      marks.add(new Mark(items.get(i).id(), choice, answered.key().get(i).equals(choice)));
    }
    return new GradedSheet(answered.call(), marks, formatError(choices), VERSION);
  }

  private static String formatError(List<Integer> choices) {
    List<Integer> unread =
        IntStream.range(0, choices.size()).filter(i -> choices.get(i) == null).boxed().toList();
    if (unread.isEmpty()) {
      return null;
    }
    String numbers =
        unread.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(", "));
    return "no answer could be read for question %s; write one line for each question, its number and one letter, such as \"%d. A\""
        .formatted(numbers, unread.getFirst() + 1);
  }
}
