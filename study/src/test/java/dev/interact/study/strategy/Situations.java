package dev.interact.study.strategy;

import dev.interact.contracts.Exchange;
import java.util.Arrays;
import java.util.List;

/** Situations for tests. */
final class Situations {
  private Situations() {}

  /** In a turn, with nothing heard and the settings as they are by default. */
  static Situation in(int turn) {
    return new Situation(turn, 5, null, List.of(), Asking.standard());
  }

  /** After some questions, each of them answered. */
  static Situation after(String lesson, String... questions) {
    List<Exchange> turns =
        Arrays.stream(questions).map(question -> new Exchange(question, "Yes.")).toList();
    return new Situation(turns.size() + 1, 5, lesson, turns, Asking.standard());
  }
}
