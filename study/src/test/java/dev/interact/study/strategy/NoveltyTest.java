package dev.interact.study.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoveltyTest {
  private static final Novelty NOVELTY = new Novelty();
  private static final String LESSON = "Ann sails her boat from Rome to Genoa.";

  private static String asked(String reply, Situation situation) {
    return ((Reading.Question) NOVELTY.read(reply.replace("\\n", "\n"), situation)).text();
  }

  /** The lesson tells of Ann's boat, the turns of a storm and a captain. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1. Does Ann sail to Genoa?\\n2. Which cargo is aboard?       | Which cargo is aboard?
          1. Which cargo is aboard?\\n2. Does Ann sail to Genoa?       | Which cargo is aboard?
          1) Does Ann sail?\\n2) Who owns the boat?                    | Who owns the boat?
          - Does Ann sail?\\n- Who owns the boat?                      | Who owns the boat?
          * Does Ann sail?\\n• Who owns the boat?                      | Who owns the boat?
          **1.** Does Ann sail?\\n**2.** Who owns the boat?            | Who owns the boat?
          1. **Does Ann sail?**\\n2. **Who owns the boat?**            | Who owns the boat?
          Here they are:\\n\\n1. Does Ann sail?\\n\\n2. What is the cargo? | What is the cargo?
          1. Was the storm strong?\\n2. Was the harbour full?          | Was the harbour full?
          1. What did the captain say?\\n2. Was he alone?              | Was he alone?
          1. What is a sloop?\\n2. What is a yawl?                     | What is a sloop?
          1. Sailing boats?\\n2. Cargoes?                              | Cargoes?
          1. Is it not there?\\n2. Sailing with cargo?                    | Sailing with cargo?
          """)
  void the_question_is_asked_that_what_is_known_covers_least(String reply, String question) {
    Situation situation =
        new Situation(
            2,
            5,
            LESSON,
            List.of(new Exchange("Was there a storm?", "The captain feared it was strong.")),
            Asking.standard());

    assertThat(asked(reply, situation)).isEqualTo(question);
  }

  @Test
  void without_a_lesson_only_what_was_said_is_known() {
    String reply = "1. Does Ann sail to Genoa?\n2. Was there a storm?";

    assertThat(asked(reply, Situations.after(null, "Was there a storm?")))
        .isEqualTo("Does Ann sail to Genoa?");
    assertThat(asked(reply, Situations.after(LESSON))).isEqualTo("Was there a storm?");
  }

  @Test
  void as_many_are_asked_for_as_the_study_says() {
    Situation situation = new Situation(1, 5, null, List.of(), new Asking(7, null));

    assertThat(NOVELTY.variables(situation)).isEqualTo(Map.of("count", 7));
  }

  /** Invented words, which no stemmer changes; the share that is not known is counted here anew. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_is_known_the_least_covered_of_the_first_ones_is_asked(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      List<Integer> known = numbers(random, 10);
      List<List<Integer>> proposals = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(4); i++) {
        proposals.add(numbers(random, 1 + random.nextInt(5)));
      }
      List<Integer> best =
          proposals.stream()
              .min(Comparator.comparingDouble(words -> share(words, known)))
              .orElseThrow();

      assertThat(asked(listed(proposals), Situations.after(text(known)))).isEqualTo(text(best));
    }
  }

  private static List<Integer> numbers(Random random, int count) {
    return IntStream.generate(() -> random.nextInt(20)).limit(count).boxed().toList();
  }

  private static double share(List<Integer> words, List<Integer> known) {
    List<Integer> distinct = words.stream().distinct().toList();
    return (double) distinct.stream().filter(known::contains).count() / distinct.size();
  }

  private static String text(List<Integer> words) {
    return String.join(" ", words.stream().map(word -> "w" + word).toList()) + "?";
  }

  private static String listed(List<List<Integer>> proposals) {
    return String.join(
        "\n",
        IntStream.range(0, proposals.size())
            .mapToObj(i -> (i + 1) + ". " + text(proposals.get(i)))
            .toList());
  }
}
