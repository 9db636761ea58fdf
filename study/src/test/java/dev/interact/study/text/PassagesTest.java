package dev.interact.study.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassagesTest {
  private static final String TEXT =
      """
      Ann sails. She is brave. Her boat is red. \
      The storm came. It broke the mast. Nobody slept. \
      Bob waited in Genoa. He lit a lamp. Then morning came. \
      They met.""";
  private static final Passages PASSAGES = new Passages(TEXT);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Who broke the mast?                  | 1 | The storm came. It broke the mast. Nobody slept.
          Where did Bob wait, in Genoa?        | 1 | Bob waited in Genoa. He lit a lamp. Then morning came.
          Have they met?                       | 1 | They met.
          What did Bob do while Ann was sailing? | 2 | Ann sails. She is brave. Her boat is red. // Bob waited in Genoa. He lit a lamp. Then morning came.
          Lamp, lamps or boats?                | 2 | Ann sails. She is brave. Her boat is red. // Bob waited in Genoa. He lit a lamp. Then morning came.
          Who broke the mast?                  | 3 | The storm came. It broke the mast. Nobody slept.
          What of the giraffe?                 | 2 | Ann sails. She is brave. Her boat is red. // The storm came. It broke the mast. Nobody slept.
          Is it the?                           | 1 | Ann sails. She is brave. Her boat is red.
          ?                                    | 1 | Ann sails. She is brave. Her boat is red.
          """)
  void the_best_matching_passages_come_in_the_order_of_the_text(
      String question, int most, String found) {
    assertThat(PASSAGES.matching(question, most)).isEqualTo(found.replace(" // ", "\n\n"));
  }

  @Test
  void a_short_text_is_one_passage_and_none_is_none() {
    assertThat(new Passages("Ann sails").matching("Bob?", 3)).isEqualTo("Ann sails");
    assertThat(new Passages(" \n ").matching("Bob?", 3)).isEmpty();
    assertThat(new Passages("").matching("Bob?", 3)).isEmpty();
  }

  @Test
  void a_question_may_be_longer_than_a_query() {
    String question =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "w" + i)
            .collect(Collectors.joining(" ", "lamp ", ""));

    assertThat(PASSAGES.matching(question, 1)).startsWith("Bob waited");
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24})
  void whatever_is_asked_whole_passages_of_the_text_come_and_all_of_it_can(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 20; round++) {
      List<String> sentences =
          IntStream.rangeClosed(1, 1 + random.nextInt(30))
              .mapToObj(i -> "Thing" + i + " has property" + random.nextInt(10) + ".")
              .toList();
      String text = String.join(" ", sentences);
      Passages passages = new Passages(text);
      int most = 1 + random.nextInt(4);

      List<String> found =
          Arrays.asList(
              passages.matching("Property" + random.nextInt(10) + "?", most).split("\n\n"));

      assertThat(found).hasSizeBetween(1, most).doesNotHaveDuplicates();
      assertThat(found).isSortedAccordingTo((a, b) -> text.indexOf(a) - text.indexOf(b));
      assertThat(found).allMatch(text::contains);
      assertThat(passages.matching("nothing", 100).replace("\n\n", " ")).isEqualTo(text);
      int one = random.nextInt(sentences.size());
      assertThat(passages.matching("thing" + (one + 1), 1)).contains(sentences.get(one));
    }
  }
}
