package dev.interact.offline;

import dev.interact.offline.author.WrittenItem;
import dev.interact.offline.json.Documents;
import dev.interact.offline.judge.Verdict;
import dev.interact.offline.quiz.QuizTaker.Choice;
import java.util.List;

/** What the model has to say, before it is put into the form a request wants. */
public sealed interface Reply {

  /** The plain form. */
  String text();

  /** Running text. */
  record Prose(String text) implements Reply {}

  /** A quiz that was written. */
  record WrittenQuiz(List<WrittenItem> items) implements Reply {

    public WrittenQuiz {
      items = List.copyOf(items);
    }

    /** As JSON: an object with {@code items}. */
    @Override
    public String text() {
      return Documents.of(this).toString();
    }
  }

  /** What a judge says of the items of a quiz, one verdict each. */
  record Verdicts(List<Verdict> verdicts) implements Reply {

    public Verdicts {
      verdicts = List.copyOf(verdicts);
    }

    /** As JSON: an object with {@code verdicts}. */
    @Override
    public String text() {
      return Documents.of(this).toString();
    }
  }

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
