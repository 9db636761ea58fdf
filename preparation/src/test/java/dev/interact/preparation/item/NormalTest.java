package dev.interact.preparation.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {

  /** Group loops of regular expressions take stack for each round. */
  @ParameterizedTest
  @ValueSource(strings = {".", "'", "… ", "- ", " .", "a ", "\n"})
  void long_runs_of_anything_have_a_normal_form(String part) {
    String run = part.repeat(100_000);

    assertThat(Normal.quote(run)).hasSizeLessThanOrEqualTo(400_000);
    assertThat(Normal.bareQuote(run)).hasSizeLessThanOrEqualTo(400_000);
    assertThat(Normal.words(run)).hasSizeLessThanOrEqualTo(400_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          He said “no”.             | He said 'no'.
          He said «no».             | He said 'no'.
          it’s                      | it's
          well — known              | well-known
          well -- known             | well-known
          1914–1918                 | 1914-1918
          and so on…                | and so on...
          and so on . . .           | and so on...
          a\u00A0b\u2009c  d        | a b c d
          so\u00ADft                | soft
          caf\u0065\u0301           | café
          A, b.                     | A, b.
          """)
  void quotes_are_compared_without_their_typography(String written, String normal) {
    assertThat(Normal.quote(written)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          "…the end of it."        | the end of it.
          'the end'                | the end
          """)
  void quotes_may_stand_in_quotes(String written, String normal) {
    assertThat(Normal.bareQuote(written)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          The  Hague!    | the hague
          1,5            | 1 5
          -5             | −5
          ten-5          | ten 5
          $5             | $5
          C++            | c++
          ﬁn             | fin
          हिन्दी         | हिन्दी
          """)
  void words_are_compared_without_case_space_and_punctuation(String written, String normal) {
    assertThat(Normal.words(written)).isEqualTo(normal);
  }
}
