package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.Arm;
import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.study.Concept;
import dev.interact.study.strategy.Plain;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finished dialogues for tests. */
final class Talks {
  static final Concept CONCEPT =
      new Concept(
          "c",
          "d",
          "title",
          "Ann sails. Bob rows.",
          null,
          List.of(new Concept.QuizItem("i", null, "Who?", List.of("Ann", "Bob"), 0, Map.of())),
          null,
          null,
          Map.of());

  private Talks() {}

  /**
   * A dialogue.
   *
   * @param end its last turn; null where it has all
   * @param answers one a turn
   */
  static Transcript of(Arm arm, Integer end, String... answers) {
    Telling telling = new Telling(new Plain(), CONCEPT, null);
    List<Transcript.Turn> turns =
        IntStream.range(0, answers.length)
            .mapToObj(i -> new TurnRow.Spoken("dialogue", i + 1, "What?", answers[i]))
            .map(turn -> telling.turn(turn, turn.question()))
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
        null,
        List.of(),
        List.of());
  }
}
