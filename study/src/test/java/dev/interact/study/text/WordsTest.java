package dev.interact.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                     | ``
          The and of it is                       | ``
          ?! ... --                              | ``
          The boats sailed, SAILING home         | boat sail sail home
          Ann's boat                             | ann boat
          In 1984, 3.5 million                   | 1984 3.5 million
          Café Zürich                            | café zürich
          """)
  void words_are_stems_in_lower_case_without_stop_words(String text, String words) {
    assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
  }

  @Test
  void texts_are_read_by_many_at_once() {
    List<String> words = Words.of("Boats are sailing");

    assertThat(
            Stream.generate(() -> "Boats are sailing")
                .limit(500)
                .parallel()
                .map(Words::of)
                .toList())
        .containsOnly(words)
        .hasSize(500);
  }
}
