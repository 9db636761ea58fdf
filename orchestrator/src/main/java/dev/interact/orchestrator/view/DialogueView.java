package dev.interact.orchestrator.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.orchestrator.results.Answer;
import dev.interact.orchestrator.results.Transcript;
import dev.interact.study.Concept;
import java.util.List;

/**
 * A dialogue with all that was said in it and every mark.
 *
 * @param lesson the text that the student was given first, or null
 * @param stop what the student wrote when it stopped, or null
 * @param items of the concept's quiz
 * @param marks of the quizzes so far, in the order of turns
 * @param donor the dialogue that it forks, or null
 * @param forks the ids of the dialogues of its study that fork it
 */
record DialogueView(
    @JsonUnwrapped Row row,
    String lesson,
    List<Turn> turns,
    String stop,
    List<Item> items,
    List<Mark> marks,
    String donor,
    List<String> forks) {

  /**
   * A question and its answer.
   *
   * @param turn from 1
   * @param answer null where there is none yet
   * @param reply all that the student wrote when it asked; absent where that is the question
   * @param candidates questions that were tried out, of which this was chosen; absent where none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Turn(
      int turn,
      String question,
      @JsonInclude String answer,
      String reply,
      List<Transcript.Candidate> candidates) {
    static Turn of(Transcript.Turn turn, List<Transcript.Candidate> all) {
      List<Transcript.Candidate> tried =
          all.stream().filter(one -> one.turn() == turn.turn()).toList();
      return new Turn(
          turn.turn(), turn.question(), turn.answer(), turn.said(), tried.isEmpty() ? null : tried);
    }
  }

  /**
   * An item of the quiz.
   *
   * @param level null where the concept names none
   * @param options in the concept's order
   * @param key the position of the right one, from 0
   */
  record Item(String id, Concept.Level level, String question, List<String> options, int key) {
    static Item of(Concept.QuizItem item) {
      return new Item(item.id(), item.level(), item.question(), item.options(), item.answer());
    }
  }

  /**
   * What became of an item after a turn.
   *
   * @param turn 0 before any question
   * @param sample which of several sheets after the turn, from 0
   * @param choice the position of the chosen option in the concept's order; null where none could
   *     be read
   * @param read whether a choice could be read
   */
  record Mark(int turn, int sample, String item, Integer choice, boolean right, boolean read) {
    static Mark of(Answer answer) {
      return new Mark(
          answer.turn(),
          answer.sample(),
          answer.item(),
          answer.choice(),
          answer.correct(),
          answer.parsed());
    }
  }

  static DialogueView of(
      Row row, Transcript transcript, List<Answer> answers, Concept concept, List<String> forks) {
    return new DialogueView(
        row,
        transcript.lesson(),
        transcript.turns().stream().map(turn -> Turn.of(turn, transcript.candidates())).toList(),
        transcript.stop(),
        concept.quiz().stream().map(Item::of).toList(),
        answers.stream().map(Mark::of).toList(),
        transcript.donor(),
        forks);
  }
}
