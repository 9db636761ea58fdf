package dev.interact.study.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                        | Ann sails       | 0
          Ann sails                 | Ann sails       | 1
          Ann sailed the boats      | SAILING         | 1
          Ann sails                 | Ann rows        | 0.5
          Ann sails                 | Ann, Ann rows   | 0.5
          Ann sails                 | Who rows a boat with Bob | 0
          Ann sails                 | ``              | 1
          Ann sails                 | is it the?      | 1
          """)
  void coverage_is_the_share_of_distinct_words_that_were_heard(
      String heard, String text, double share) {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.hear(heard);

    assertThat(vocabulary.coverage(text)).isEqualTo(share, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                        | Ann sails       | 1
          Ann sails                 | Ann sails       | 0
          Ann sailed the boats      | SAILING         | 0
          Ann sails                 | Ann, Ann rows   | 0.5
          Ann sails                 | Who rows a boat with Bob | 1
          Ann sails                 | ``              | 0
          Ann sails                 | is it the?      | 0
          """)
  void novelty_is_the_share_of_distinct_words_that_were_not_heard(
      String heard, String text, double share) {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.hear(heard);

    assertThat(vocabulary.novelty(text)).isEqualTo(share, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void hearing_more_never_covers_less(long seed) {
    Random random = new Random(seed);
    Vocabulary vocabulary = new Vocabulary();
    String text = words(random, 40);
    double before = vocabulary.coverage(text);
    for (int i = 0; i < 50; i++) {
      vocabulary.hear(words(random, 5));
      assertThat(vocabulary.coverage(text)).isBetween(before, 1.0);
      before = vocabulary.coverage(text);
    }
    vocabulary.hear(text);
    assertThat(vocabulary.coverage(text)).isEqualTo(1);
  }

  private static String words(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "w" + random.nextInt(100))
        .collect(Collectors.joining(" "));
  }
}
