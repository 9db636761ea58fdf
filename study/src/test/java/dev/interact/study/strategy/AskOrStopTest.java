package dev.interact.study.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskOrStopTest {
  private static final AskOrStop STRATEGY = new AskOrStop();

  @ParameterizedTest
  @CsvSource({
    "0, 1, true",
    "1, 1, false",
    "1, 2, true",
    "2, 2, false",
    "2, 3, true",
    "5, 5, false"
  })
  void it_may_stop_only_after_the_forced_minimum(int minTurns, int turn, boolean may) {
    Situation situation = new Situation(turn, 5, null, List.of(), new Asking(null, minTurns));
    Reading asked = new Reading.Question("CONFIDENCE: 95\nSTOP");

    assertThat(STRATEGY.variables(situation)).isEqualTo(may ? Map.of("may_stop", true) : Map.of());
    assertThat(STRATEGY.read("CONFIDENCE: 95\nSTOP", situation))
        .isEqualTo(may ? new Reading.Stop() : asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "CONFIDENCE: 90\nSTOP",
        "CONFIDENCE: 90\n**STOP**",
        "CONFIDENCE: 90\n- Stop.",
        "CONFIDENCE: 90\nSTOP - I have heard enough",
        "CONFIDENCE: 90\nQUESTION: STOP",
        "**CONFIDENCE:** 90\n**QUESTION:** STOP",
        "confidence: 90\nstop"
      })
  void it_stops_by_the_word(String reply) {
    assertThat(STRATEGY.read(reply, Situations.in(3))).isEqualTo(new Reading.Stop());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONFIDENCE: 40\\nQUESTION: Where does the bus stop?    | Where does the bus stop?
          CONFIDENCE: 40\\nQUESTION: Stop signs: who put them up? | Stop signs: who put them up?
          STOP\\nQUESTION: Who is Bob?                           | Who is Bob?
          Stop me if you told me, but who is Bob?                | Stop me if you told me, but who is Bob?
          STOPPED by whom?                                       | STOPPED by whom?
          Who said STOP?                                         | Who said STOP?
          """)
  void a_question_is_asked_though_the_word_is_in_it(String reply, String question) {
    assertThat(STRATEGY.read(reply.replace("\\n", "\n"), Situations.in(3)))
        .isEqualTo(new Reading.Question(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONFIDENCE: 0                       | 0
          CONFIDENCE: 85\\nQUESTION: Who?     | 85
          CONFIDENCE: 100\\nSTOP              | 100
          CONFIDENCE: 85%                     | 85
          CONFIDENCE: about 85 of 100         | 85
          CONFIDENCE: 85.                     | 85
          **Confidence:** 85                  | 85
          **CONFIDENCE: 85**                  | 85
          CONFIDENCE: 101                     | -
          CONFIDENCE: 1000                    | -
          CONFIDENCE: 99999999999999999       | -
          CONFIDENCE: -5                      | -
          CONFIDENCE: 0.85                    | -
          CONFIDENCE: 7/10                    | -
          CONFIDENCE: high                    | -
          CONFIDENCE:\\nQUESTION: Why in 80?  | -
          QUESTION: Are 7 of them there?      | -
          I am 85 sure                        | -
          """)
  void a_confidence_is_read_where_a_whole_number_to_100_is_stated(String reply, String percent) {
    String read =
        AskOrStop.confidence(reply.replace("\\n", "\n")).stream()
            .mapToObj(Integer::toString)
            .findFirst()
            .orElse("-");

    assertThat(read).isEqualTo(percent);
  }

  @Test
  void no_confidence_is_read_of_nothing() {
    assertThat(AskOrStop.confidence("")).isEmpty();
  }
}
