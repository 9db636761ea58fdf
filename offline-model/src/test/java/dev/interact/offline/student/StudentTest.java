package dev.interact.offline.student;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.job.Job.AskQuestion;
import dev.interact.offline.text.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {

  private static final List<String> NOTES =
      List.of(
          "Once there was a miller. When Ilse came home, the miller had sold the mule of Old Sven.");

  @ParameterizedTest
  @CsvSource({
    "about a fairy tale, What is the story about?",
    "about a scientific paper, What problem does the paper address?",
    "about the lyrics of a song, What is the song about?",
    "about an image, What does the image show?",
    "about something, What is it about?",
  })
  void the_first_question_suits_the_material(String brief, String question) {
    assertThat(ask(0, 1, brief, List.of(), List.of())).isEqualTo(question);
  }

  @Test
  void names_and_words_of_the_answers_are_asked_about() {
    assertThat(ask(0, 1, "", NOTES, List.of("What is it about?")))
        .isEqualTo("What more can you tell me about Ilse?");
  }

  @Test
  void no_question_comes_twice() {
    List<String> asked = new ArrayList<>();
    for (int turn = 0; turn < 60; turn++) {
      asked.add(ask(1, 42, "about a story", NOTES, asked));
    }

    assertThat(asked).doesNotHaveDuplicates().allMatch(question -> question.endsWith("?"));
  }

  @Test
  void above_temperature_zero_seeds_ask_differently() {
    assertThat(
            LongStream.range(0, 20)
                .mapToObj(seed -> ask(1, seed, "about a story", NOTES, List.of()))
                .collect(Collectors.toSet()))
        .hasSizeGreaterThan(3);
    assertThat(
            LongStream.range(0, 20)
                .mapToObj(seed -> ask(0, seed, "about a story", NOTES, List.of()))
                .collect(Collectors.toSet()))
        .hasSize(1);
  }

  private static String ask(
      double temperature, long seed, String brief, List<String> notes, List<String> asked) {
    return new Student(new Chance(seed), temperature).ask(new AskQuestion(brief, notes, asked));
  }
}
