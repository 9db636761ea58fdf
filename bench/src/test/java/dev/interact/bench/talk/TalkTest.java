package dev.interact.bench.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {
  private static final long LATENCY = Dialogues.LATENCY;

  @Test
  void dialogues_are_told_from_each_other_with_all_their_calls() {
    List<Talk> talks = Talk.of(Dialogues.sideBySide(3, 2));

    assertThat(talks).hasSize(3).allSatisfy(talk -> assertThat(talk.calls()).hasSize(7));
    assertThat(talks.getFirst().calls())
        .extracting(Talk.Call::speaker)
        .containsOnly(Talk.Speaker.STUDENT, Talk.Speaker.TEACHER);
    assertThat(talks.getFirst().calls().stream().filter(Talk.Call::isQuiz)).hasSize(3);
  }

  @Test
  void quizzes_beside_the_next_turn_make_no_chain_longer() {
    Talk talk = Talk.of(Dialogues.sideBySide(1, 5)).getFirst();

    assertThat(talk.longestChain()).isEqualTo(11);
    assertThat(talk.millis()).isCloseTo(11 * LATENCY / 1e3, within(0.1));
  }

  @Test
  void quizzes_that_are_waited_for_do() {
    Talk talk = Talk.of(Dialogues.oneByOne(5)).getFirst();

    assertThat(talk.longestChain()).isEqualTo(16);
    assertThat(talk.millis()).isCloseTo(16 * LATENCY / 1e3, within(0.1));
  }

  @Test
  void what_was_said_in_no_dialogue_is_left_out() {
    assertThat(Talk.of(List.of())).isEmpty();
    assertThat(Talk.of(List.of(Dialogues.quizOfNobody()))).isEmpty();
  }
}
