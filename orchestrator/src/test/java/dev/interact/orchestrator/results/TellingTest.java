package dev.interact.orchestrator.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.orchestrator.progress.TurnRow;
import dev.interact.study.strategy.AskOrStop;
import dev.interact.study.strategy.Gap;
import dev.interact.study.strategy.Strategy;
import dev.interact.study.text.Leaks;
import org.junit.jupiter.api.Test;

class TellingTest {
  private static Transcript.Turn turn(Strategy strategy, String question, String reply) {
    return new Telling(strategy, Talks.CONCEPT, null)
        .turn(new TurnRow.Spoken("dialogue", 1, question, "Ann."), reply);
  }

  @Test
  void a_reply_is_there_whole_where_the_question_is_a_part_of_it() {
    String reply = "CONFIDENCE: 40\nQUESTION: Who?";

    assertThat(turn(new AskOrStop(), "Who?", reply).said()).isEqualTo(reply);
    assertThat(turn(new AskOrStop(), "Who?", "Who?").said()).isNull();
    assertThat(turn(new AskOrStop(), "Go on.", null).said()).as("nobody asked").isNull();
  }

  @Test
  void a_confidence_is_read_where_the_strategy_asks_for_it() {
    String reply = "CONFIDENCE: 40\nQUESTION: Who?";

    assertThat(turn(new AskOrStop(), "Who?", reply).confidence()).isEqualTo(40);
    assertThat(turn(new AskOrStop(), "CONFIDENCE: 40. Who?", "CONFIDENCE: 40. Who?").confidence())
        .isEqualTo(40);
    assertThat(turn(new AskOrStop(), "Who?", "QUESTION: Who?").confidence()).isNull();
    assertThat(turn(new Gap(), "Who?", reply).confidence()).isNull();
    assertThat(turn(new AskOrStop(), "Go on.", null).confidence()).isNull();
  }

  @Test
  void novelty_is_what_neither_the_lesson_nor_an_answer_before_had() {
    Telling telling = new Telling(new Gap(), Talks.CONCEPT, "Ann and her boat.");

    assertThat(novelty(telling, 1, "Ann sails.")).isEqualTo(0.5);
    assertThat(novelty(telling, 2, "Ann sails the boat to Bob.")).isEqualTo(0.25);
    assertThat(novelty(telling, 3, "Who?")).as("the question's words were not told").isEqualTo(1);
    assertThat(novelty(telling, 4, null)).isNull();
  }

  private static Double novelty(Telling telling, int number, String answer) {
    return telling.turn(new TurnRow.Spoken("dialogue", number, "Who?", answer), "Who?").novelty();
  }

  @Test
  void options_that_the_answer_states_are_listed() {
    assertThat(turn(new Gap(), "Who?", "Who?").leaks())
        .containsExactly(new Leaks.Leak("i", 0, true));
    assertThat(
            new Telling(new Gap(), Talks.CONCEPT, null)
                .turn(new TurnRow.Spoken("dialogue", 1, "Who?", null), "Who?")
                .leaks())
        .isEmpty();
  }
}
