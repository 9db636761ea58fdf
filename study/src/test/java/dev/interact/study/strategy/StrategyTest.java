package dev.interact.study.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class StrategyTest {
  static final List<Strategy> ALL = Strategy.all();

  @Test
  void a_strategy_is_found_by_its_label() {
    assertThat(ALL)
        .extracting(Strategy::label)
        .containsExactly("plain", "novelty", "gap", "ask-or-stop", "outcome", "visual");
    assertThat(ALL).allMatch(strategy -> Strategy.of(strategy.label()).equals(strategy));
    assertThatThrownBy(() -> Strategy.of("planned"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'planned' is no strategy;"
                + " there are plain, novelty, gap, ask-or-stop, outcome, visual");
  }

  @Test
  void only_outcome_tries_questions_out() {
    assertThat(ALL)
        .filteredOn(strategy -> strategy.tried(new Asking(4, null)) != 1)
        .containsExactly(new Outcome());
    assertThat(new Outcome().tried(new Asking(4, null))).isEqualTo(4);
    assertThat(new Outcome().tried(Asking.standard())).isEqualTo(3);
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void a_reply_in_another_form_is_a_question_as_it_stands(Strategy strategy) {
    for (String reply :
        List.of("Who is Ann?", "Who is Ann?\nAnd who is Bob?", "My question: who is Ann?")) {
      assertThat(strategy.read(reply, Situations.in(3))).isEqualTo(new Reading.Question(reply));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          KNOWN: Ann\\nMISSING: Bob\\nQUESTION: Who is Bob?           | Who is Bob?
          **QUESTION:** Who is Bob?                                   | Who is Bob?
          **QUESTION**: Who is Bob?                                   | Who is Bob?
          **QUESTION: Who is Bob?**                                   | Who is Bob?
          __Question__: Who is Bob?                                   | Who is Bob?
          - question: Who is Bob?                                     | Who is Bob?
          '## Question: Who is Bob?'                                  | Who is Bob?
          > Question : Who is Bob?                                    | Who is Bob?
          QUESTION:\\nWho is Bob?                                     | Who is Bob?
          QUESTION: Who is Bob?\\n\\nThat is all.                     | Who is Bob?
          QUESTION: Who?\\nNo, better:\\nQUESTION: Who is Bob?        | Who is Bob?
          QUESTION: Is *Emma* a novel?                                | Is *Emma* a novel?
          Known: Bob\\r\\nQuestion: Who is Bob?\\r\\n                 | Who is Bob?
          MISSING: the question: what for?                            | MISSING: the question: what for?
          QUESTION:                                                   | QUESTION:
          """)
  void a_question_stands_behind_its_label(String reply, String question) {
    String text = reply.replace("\\n", "\n").replace("\\r", "\r");

    for (Strategy strategy : List.of(new Gap(), new AskOrStop(), new Visual())) {
      assertThat(strategy.read(text, Situations.in(1))).isEqualTo(new Reading.Question(question));
    }
  }

  @ParameterizedTest
  @FieldSource("ALL")
  void plain_and_outcome_alone_are_told_nothing(Strategy strategy) {
    assertThat(strategy.hasInstruction())
        .isEqualTo(!List.of("plain", "outcome").contains(strategy.label()));
    assertThat(strategy.hasInstruction() || strategy.variables(Situations.in(1)).isEmpty())
        .isTrue();
  }
}
