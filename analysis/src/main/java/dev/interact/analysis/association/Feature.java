package dev.interact.analysis.association;

import dev.interact.analysis.features.ItemStep;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What of a question or an answer may go with learning. */
public enum Feature {
  QUESTION_OVERLAP(
      "question's overlap with the item",
      "share of the item's content words, those of its question and all its options, that the question has",
      step -> step.overlap().questionOverlap()),
  QUESTION_WORDS(
      "question's length", "words between white space", step -> step.turn().question().words()),
  QUESTION_HEARD(
      "question's familiar words",
      "share of the question's content words that lesson and answers had before it; 1 where it has no content word",
      step -> step.turn().question().heard()),
  ANSWER_OVERLAP(
      "answer's overlap with the item",
      "share of the item's content words, those of its question and all its options, that the answer has",
      step -> step.overlap().answerOverlap()),
  STATES_RIGHT(
      "answer states the right option",
      "whether the answer has the item's right option nearly verbatim",
      step -> step.overlap().statesRight() ? 1 : 0),
  ANSWER_WORDS(
      "answer's length", "words between white space", step -> step.turn().answer().words()),
  DENSITY(
      "answer's density",
      "content words that were not heard before, for each word of the answer",
      step -> step.turn().answer().density()),
  EXPOSURE(
      "exposure so far",
      "distinct content words of the lesson and all answers up to this one; within a text it moves with the share of the context that was heard, which is therefore no feature of its own",
      step -> step.turn().heard()),
  QUESTION_ALIGNMENT(
      "question's alignment with the item",
      "cosine similarity of the embeddings of the question and of the item, which is its question and all its options, from -1 to 1",
      step -> step.aligned() == null ? Double.NaN : step.aligned().question()),
  ANSWER_ALIGNMENT(
      "answer's alignment with the item",
      "cosine similarity of the embeddings of the answer and of the item, which is its question and all its options, from -1 to 1",
      step -> step.aligned() == null ? Double.NaN : step.aligned().answer());

  private final String label;
  private final String definition;
  private final ToDoubleFunction<ItemStep> value;

  Feature(String label, String definition, ToDoubleFunction<ItemStep> value) {
    this.label = label;
    this.definition = definition;
    this.value = value;
  }

  /**
   * Those of the question, in the order of their table.
   *
   * @param hasMeaning whether meanings are compared
   */
  static List<Feature> ofQuestions(boolean hasMeaning) {
    return Stream.of(QUESTION_OVERLAP, QUESTION_ALIGNMENT, QUESTION_WORDS, QUESTION_HEARD)
        .filter(feature -> hasMeaning || feature != QUESTION_ALIGNMENT)
        .toList();
  }

  /**
   * Those of the answer, in the order of their table.
   *
   * @param hasMeaning whether meanings are compared
   */
  static List<Feature> ofAnswers(boolean hasMeaning) {
    return Stream.of(
            ANSWER_OVERLAP, ANSWER_ALIGNMENT, STATES_RIGHT, ANSWER_WORDS, DENSITY, EXPOSURE)
        .filter(feature -> hasMeaning || feature != ANSWER_ALIGNMENT)
        .toList();
  }

  /** Its name in a table. */
  public String label() {
    return label;
  }

  String definition() {
    return "%s: %s.".formatted(label, definition);
  }

  double of(ItemStep step) {
    return value.applyAsDouble(step);
  }

  /** Whether it is yes or no, so that its effect is that of yes against no. */
  boolean isYesOrNo() {
    return this == STATES_RIGHT;
  }
}
