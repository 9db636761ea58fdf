package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import java.util.List;
import java.util.stream.IntStream;

/** Finished dialogues for tests. */
final class Talks {
  private Talks() {}

  /**
   * A dialogue.
   *
   * @param end its last turn; null where it has all
   * @param answers one a turn
   */
  static Transcript of(Arm arm, Integer end, String... answers) {
    List<Transcript.Turn> turns =
        IntStream.range(0, answers.length)
            .mapToObj(i -> new Transcript.Turn(i + 1, "What?", answers[i]))
            .toList();
    return new Transcript(
        "s",
        "dialogue",
        "c",
        "hash",
        "d",
        arm,
        1L,
        0,
        0,
        null,
        null,
        "finished",
        null,
        end,
        null,
        turns,
        List.of(),
        List.of());
  }
}
