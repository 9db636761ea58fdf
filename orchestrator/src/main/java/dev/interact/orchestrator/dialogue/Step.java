package dev.interact.orchestrator.dialogue;

/** One thing that a dialogue waits for: the answer of one model call. */
public sealed interface Step {
  /** The lesson of the dialogue's concept. */
  record WriteLesson() implements Step {}

  /**
   * A question of the student's.
   *
   * @param turn from 1
   * @param candidate which of several that are tried out, from 0
   */
  record Ask(int turn, int candidate) implements Step {}

  /** The teacher's answer to a question. */
  record Answer(int turn, int candidate) implements Step {}

  /** A sheet that is answered and marked. */
  sealed interface Sheet extends Step {
    /** 0 for a quiz before any question. */
    int turn();

    /** Which sheet of the quiz; 0 where all items are on one. */
    int part();

    /** 0 at first, then one more each time the answer could not be read. */
    int draw();

    /** The next draw. */
    Sheet again();
  }

  /**
   * A sheet of the quiz after a turn.
   *
   * @param sample which of several times that it is sat, from 0
   */
  record Sit(int turn, int part, int sample, int draw) implements Sheet {
    @Override
    public Sit again() {
      return new Sit(turn, part, sample, draw + 1);
    }
  }

  /** A sheet of the quiz after a turn, sat once more to see whether its answers flip. */
  record Retest(int turn, int part, int draw) implements Sheet {
    @Override
    public Retest again() {
      return new Retest(turn, part, draw + 1);
    }
  }

  /** A sheet of the selection half, sat as if a candidate had been asked. */
  record Trial(int turn, int candidate, int part, int draw) implements Sheet {
    @Override
    public Trial again() {
      return new Trial(turn, candidate, part, draw + 1);
    }
  }
}
