package dev.interact.preparation.flow;

/** One thing that the preparation of a concept waits for: the answer of one model call. */
public sealed interface Step {

  /**
   * A lesson on the concept.
   *
   * @param author alias of the model that writes it
   */
  record WriteLesson(String author) implements Step {}

  /**
   * Items that the quiz lacks, from the recipe's author.
   *
   * @param round from 0: how often the quiz has been filled up before
   * @param draw from 0: how often the author was asked before in this round
   */
  record WriteQuiz(int round, int draw) implements Step {}

  /**
   * Verdicts on all items of a round, from the recipe's judge.
   *
   * @param draw from 0: how often it was asked before
   */
  record Judge(int round, int draw) implements Step {}

  /**
   * A sheet of a gate.
   *
   * @param round whose items it shows; of {@link Gate#FRESH} it is 0
   * @param model alias of the model that sits it
   * @param attempt from 0: which of several tries, each with the options in another order
   * @param part which sheet of the quiz; 0 where all items are on one
   * @param draw from 0: how often it was asked before, and could not be read
   */
  record Sit(Gate gate, int round, String model, int attempt, int part, int draw) implements Step {
    /** The same sheet, asked once more. */
    public Sit again() {
      return new Sit(gate, round, model, attempt, part, draw + 1);
    }

    /** The same sheet, the time before. */
    Sit before() {
      return new Sit(gate, round, model, attempt, part, draw - 1);
    }
  }

  /** What sheets are sat for. */
  enum Gate {
    /** Without the context, to drop items that need none. */
    CLOSED_BOOK,
    /** With the context, to find items that it does not answer. */
    WITH_CONTEXT,
    /** Without the context, the finished quiz: nothing is dropped by it. */
    FRESH;

    /** Whether the model has the context before it. */
    public boolean hasContext() {
      return this == WITH_CONTEXT;
    }
  }
}
