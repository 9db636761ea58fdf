package dev.interact.bench.load;

import java.util.List;

/**
 * What a study does with each of its concepts: one student, one teacher, one seed, a sheet a quiz.
 *
 * @param withLessons whether it has the paper's three conditions, with lessons in two of them, and
 *     not only dialogues without one
 * @param turns questions of a dialogue
 */
public record Shape(boolean withLessons, int turns) {

  /** A dialogue without a lesson. */
  public static Shape dialogue(int turns) {
    return new Shape(false, turns);
  }

  /** The paper's: a lesson alone, a dialogue alone, and both. */
  public static Shape paper(int turns) {
    return new Shape(true, turns);
  }

  /** The conditions of its study file. */
  public List<String> conditions() {
    return withLessons
        ? List.of("static-lesson", "dynamic", "dynamic-with-lesson")
        : List.of("dynamic");
  }

  /** Rows of results that a concept has. */
  public int dialogues() {
    return conditions().size();
  }

  /** Calls of one dialogue: questions and answers, and a quiz before them and after each turn. */
  public int callsADialogue() {
    return 2 * turns + turns + 1;
  }

  /**
   * Calls of a concept. The lesson is written once, and the quiz on it alone is the one before the
   * first turn of the dialogue that begins with it.
   */
  public int calls() {
    return withLessons ? 1 + 2 * callsADialogue() : callsADialogue();
  }

  /**
   * The most calls of a concept of which each needs the one before: quizzes need none but the last
   * answer, and nothing needs them.
   */
  public int longestChain() {
    return (withLessons ? 1 : 0) + 2 * turns + 1;
  }
}
