package dev.interact.offline.job;

import dev.interact.offline.author.Order;
import dev.interact.offline.judge.KeyedItem;
import dev.interact.offline.quiz.Item;
import java.util.List;

/** What a conversation asks of the model, with everything needed to do it. */
public sealed interface Job {

  /**
   * To choose an option for every item.
   *
   * @param material what supports a choice; may be empty
   * @param instructions everything said about how to answer
   */
  record SitQuiz(List<Item> items, String material, String instructions) implements Job {}

  /** To write a lesson about the context. */
  record WriteLesson(String context) implements Job {}

  /**
   * To answer a question from the context.
   *
   * @param told the answers given before, oldest first
   */
  record AnswerQuestion(String context, String question, List<String> told, Manner manner)
      implements Job {

    /** To answer in full. */
    public AnswerQuestion(String context, String question, List<String> told) {
      this(context, question, told, new Manner.Full());
    }
  }

  /**
   * To ask the next question.
   *
   * @param brief the instructions, which say what there is to ask about
   * @param notes the lesson, if any, and the answers received, oldest first
   * @param asked the questions asked before, oldest first
   */
  record AskQuestion(String brief, List<String> notes, List<String> asked, QuestionForm form)
      implements Job {

    /** To ask a single question and say nothing else. */
    public AskQuestion(String brief, List<String> notes, List<String> asked) {
      this(brief, notes, asked, QuestionForm.PLAIN);
    }
  }

  /**
   * To write items of a quiz.
   *
   * @param text the material; may be empty
   * @param scene what images show; may be empty
   */
  record WriteQuiz(String text, String scene, Order order) implements Job {}

  /**
   * To say of every item whether it is sound.
   *
   * @param material what the items are about; may be empty
   */
  record JudgeItems(List<KeyedItem> items, String material) implements Job {

    public JudgeItems {
      items = List.copyOf(items);
    }
  }
}
