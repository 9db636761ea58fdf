package dev.interact.analysis.features;

import java.util.List;

/**
 * What can be measured of one turn. <em>Words</em> are what stands between white space; <em>content
 * words</em> are stems in lower case without stop words, as Lucene's English analyser makes them.
 *
 * @param turn from 1
 * @param answer null where the dialogue failed before it
 * @param heard distinct content words of the lesson and all answers up to this one: the exposure so
 *     far
 * @param contextCoverage share of the distinct content words of the context that are among those
 *     heard, from 0 to 1; null for images
 * @param items one for each item of the quiz, in its order
 */
public record TurnFeatures(
    int turn,
    Question question,
    Answer answer,
    int heard,
    Double contextCoverage,
    List<ItemFeatures> items) {

  /**
   * Of the question.
   *
   * @param words its length
   * @param type what it asks for
   * @param heard share of its distinct content words that were heard in lesson and answers before,
   *     from 0 to 1; 1 where it has none
   */
  public record Question(int words, QuestionType type, double heard) {}

  /**
   * Of the answer.
   *
   * @param words its length
   * @param newWords distinct content words that were not heard before
   * @param density new content words for each of its words, from 0; 0 for an empty answer
   */
  public record Answer(int words, int newWords, double density) {}

  /**
   * Of the turn and one item of the quiz. The item's words are the distinct content words of its
   * question and all its options.
   *
   * @param item the item's id
   * @param questionOverlap share of the item's words that the question has, from 0 to 1; 1 for an
   *     item without any
   * @param answerOverlap share of the item's words that the answer has, from 0 to 1; null without
   *     answer
   * @param statesRight whether the answer states the item's right option nearly verbatim; null
   *     without answer
   */
  public record ItemFeatures(
      String item, double questionOverlap, Double answerOverlap, Boolean statesRight) {}
}
