package dev.interact.quiz.grading;

import dev.interact.contracts.student.Sheet;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Collects choices by question number, and notices where they contradict each other. */
final class Answers {
  private final List<Sheet.Item> items;
  private final Integer[] choices;
  private final boolean[] contradicted;
  private boolean empty = true;
  private boolean numberedOtherwise;

  Answers(List<Sheet.Item> items) {
    this.items = items;
    this.choices = new Integer[items.size()];
    this.contradicted = new boolean[items.size()];
  }

  /** Takes an answer to the question of that number (from 1); one that cannot be read is none. */
  void give(int number, String answer) {
    if (number < 1 || number > items.size()) {
      numberedOtherwise |= Choice.looksLikeLetter(answer);
      return;
    }
    int item = number - 1;
    OptionalInt choice = Choice.read(answer, items.get(item).options());
    if (choice.isPresent()) {
      empty = false;
      contradicted[item] |= choices[item] != null && choices[item] != choice.getAsInt();
      choices[item] = choice.getAsInt();
    }
  }

  boolean isEmpty() {
    return empty && !numberedOtherwise;
  }

  /** What was read; nothing at all if the numbers are not those of the sheet. */
  List<Integer> choices() {
    if (numberedOtherwise) {
      return Collections.nCopies(items.size(), null);
    }
    Integer[] clear = choices.clone();
    for (int i = 0; i < clear.length; i++) {
      clear[i] = contradicted[i] ? null : clear[i];
    }
    return Arrays.asList(clear);
  }
}
