package dev.interact.orchestrator.results;

import java.util.List;

/** Answers to a quiz of one item with two options, for tests. */
final class Answers {
  private Answers() {}

  /**
   * An answer.
   *
   * @param mark {@code +} for a right one, {@code -} for a wrong one, {@code ?} for what could not
   *     be read
   * @param end the dialogue's last turn; null where it has all
   */
  static Answer of(String concept, String dialogue, int turn, String mark, Integer end) {
    return new Answer(
        "s",
        dialogue,
        concept,
        "d",
        Arms.of(Arms.study(""), "dynamic"),
        1L,
        0,
        0,
        null,
        turn,
        0,
        "i",
        null,
        null,
        List.of(0, 1),
        mark.equals("?") ? null : 0,
        mark.equals("+"),
        !mark.equals("?"),
        "finished",
        end);
  }
}
