package dev.interact.analysis.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who kept the ford?                                   | WHO
          What's the toll, and who pays it?                    | WHAT
          Which of them came first?                            | WHICH
          In the end, when did the bell ring?                  | WHEN
          Where is Orrin?                                      | WHERE
          Why?                                                 | WHY
          How does it end?                                     | HOW
          How many coins were paid?                            | QUANTITY
          And how long did it take?                            | QUANTITY
          How, then, did she do it?                            | HOW
          Is it the heron who keeps the ford?                  | YES_NO
          Didn’t the bell ring?                                | YES_NO
          Can you tell me what happened?                       | WHAT
          Could you say more about the ford?                   | REQUEST
          Tell me about the ford.                              | REQUEST
          Please go on                                         | REQUEST
          Describe the bell and why it rang.                   | WHY
          I know who she is. Did it rain?                      | YES_NO
          I see. What is the toll? Thank you!                  | WHAT
          The ford                                             | OTHER
          WHAT IS IT ABOUT                                     | WHAT
          ''                                                   | OTHER
          ...                                                  | OTHER
          """)
  void it_follows_the_documented_rule(String question, QuestionType type) {
    assertThat(QuestionType.of(question)).isEqualTo(type);
  }
}
