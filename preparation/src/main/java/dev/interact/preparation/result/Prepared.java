package dev.interact.preparation.result;

import dev.interact.study.Concept;
import java.util.List;

/**
 * What a preparation has made of one concept.
 *
 * @param concept with its quiz, as a data set holds it; its items' ids are e1, e2 ... m1 ... h1.
 *     Without items where none passed
 * @param missing how many items its quiz lacks
 * @param lessons in the order of the recipe
 * @param dropped what a gate dropped or the rules refused, in order
 * @param exams closed-book figures, by model, in the order of the recipe
 */
public record Prepared(
    Concept concept, int missing, List<Lesson> lessons, List<Dropped> dropped, List<Exam> exams) {
  public Prepared {
    lessons = List.copyOf(lessons);
    dropped = List.copyOf(dropped);
    exams = List.copyOf(exams);
  }

  /** A lesson, and who wrote it. */
  public record Lesson(String author, String text) {}

  /**
   * An item that is not in the quiz.
   *
   * @param round in which it was written, from 0
   * @param item as it was written, with its gates' figures where it came to gates; its id is of its
   *     round and place, as r0-3. Null where what was written is no item at all
   * @param reason a sentence
   */
  public record Dropped(int round, Concept.QuizItem item, String reason) {}

  /**
   * Closed-book answers of one filter model.
   *
   * @param before of all items that came to the gate
   * @param kept of the items of the finished quiz, on the draws that they were selected by
   * @param fresh of the same items on fresh draws
   */
  public record Exam(String model, Score before, Score kept, Score fresh) {}

  /**
   * How many answers were right.
   *
   * @param answers items times tries
   * @param unread answers in which no option could be read; they count as wrong
   */
  public record Score(int right, int answers, int unread) {}
}
