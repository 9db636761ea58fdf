package dev.interact.offline.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void abbreviations_and_initials_end_no_sentence() {
    assertThat(
            Sentences.of("Dr. Smith met Mr. J. Brown at St. Paul. They ate, e.g. Figs. Why? Fun!"))
        .containsExactly(
            "Dr. Smith met Mr. J. Brown at St. Paul.", "They ate, e.g. Figs.", "Why?", "Fun!");
  }

  @Test
  void wrapped_lines_are_joined() {
    String wrapped =
        "In far bygone days, in the North, there lived a well-to-do farmer, who\n"
            + "had seven sons and one daughter. And the youngest of these seven sons\n"
            + "bore a very curious name.\n\nA new paragraph";

    assertThat(Sentences.of(wrapped))
        .containsExactly(
            "In far bygone days, in the North, there lived a well-to-do farmer, who had seven sons"
                + " and one daughter.",
            "And the youngest of these seven sons bore a very curious name.",
            "A new paragraph");
  }

  @Test
  void the_lines_of_a_song_are_sentences() {
    assertThat(
            Sentences.of("Row, row, row your boat\nGently down the stream\n\nLife is but a dream"))
        .containsExactly(
            "Row, row, row your boat", "Gently down the stream", "Life is but a dream");
  }

  @Test
  void a_blank_text_has_none() {
    assertThat(Sentences.of(" \n\n ")).isEmpty();
  }

  @Test
  void sentences_put_together_are_split_the_same_way_again() {
    var song = Sentences.of("Row your boat\nGently down the stream\nThe end. It is over.");

    assertThat(Sentences.of(Prose.of(song))).isEqualTo(song);
  }
}
