package dev.interact.offline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "'  ', 0",
    "'Hello, world!', 4",
    "'1. B', 3",
    "'naïve café', 2",
    "'don''t', 3"
  })
  void words_and_marks_are_counted(String text, int tokens) {
    assertThat(Tokens.count(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"2, 'Hello,'", "3, 'Hello, world'", "4, 'Hello, world!'", "9, 'Hello, world!'"})
  void a_text_is_cut_after_a_token(int limit, String kept) {
    assertThat(Tokens.truncate("Hello, world!", limit)).isEqualTo(kept);
  }
}
