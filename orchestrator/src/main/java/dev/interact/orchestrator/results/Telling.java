package dev.interact.orchestrator.results;

import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.study.Concept;
import dev.interact.study.strategy.AskOrStop;
import dev.interact.study.strategy.Strategy;
import dev.interact.study.text.Leaks;
import dev.interact.study.text.Vocabulary;
import java.util.List;
import java.util.OptionalInt;

/** Goes through a dialogue turn by turn, and measures what is told. */
final class Telling {
  private final Strategy strategy;
  private final Concept concept;
  private final Vocabulary told = new Vocabulary();

  /**
   * Before the first turn.
   *
   * @param strategy by which questions were found
   * @param lesson null where there is none
   */
  Telling(Strategy strategy, Concept concept, String lesson) {
    this.strategy = strategy;
    this.concept = concept;
    if (lesson != null) {
      told.hear(lesson);
    }
  }

  /**
   * The next turn.
   *
   * @param reply all that the student wrote when it asked; null where it did not ask
   */
  Transcript.Turn turn(TurnRow.Spoken spoken, String reply) {
    String answer = spoken.answer();
    Transcript.Turn turn =
        new Transcript.Turn(
            spoken.number(),
            spoken.question(),
            answer,
            spoken.question().equals(reply) ? null : reply,
            confidence(reply),
            answer == null ? null : told.novelty(answer),
            answer == null ? List.of() : Leaks.in(answer, concept.quiz()));
    if (answer != null) {
      told.hear(answer);
    }
    return turn;
  }

  private Integer confidence(String reply) {
    OptionalInt percent =
        reply != null && strategy instanceof AskOrStop
            ? AskOrStop.confidence(reply)
            : OptionalInt.empty();
    return percent.isPresent() ? percent.getAsInt() : null;
  }
}
