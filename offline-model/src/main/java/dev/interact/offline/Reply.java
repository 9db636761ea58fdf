package dev.interact.offline;

import dev.interact.offline.quiz.QuizTaker.Choice;
import java.util.List;

/** What the model has to say, before it is put into the form a request wants. */
public sealed interface Reply {

  /** The plain form. */
  String text();

  /** Running text. */
  record Prose(String text) implements Reply {}

  /**
   * One option for each item of a quiz.
   *
   * @param instructions what the conversation said about the form of the answer
   */
  record Sheet(List<Choice> choices, String instructions) implements Reply {

    public Sheet {
      choices = List.copyOf(choices);
    }

    /** A line an item, such as {@code 1. B}. */
    @Override
    public String text() {
      return String.join(
          "\n", choices.stream().map(c -> c.item().number() + ". " + c.option().letter()).toList());
    }
  }
}
