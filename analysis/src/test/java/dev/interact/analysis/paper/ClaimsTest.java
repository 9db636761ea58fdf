package dev.interact.analysis.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  private static final Pattern DIFFERENCE =
      Pattern.compile("([\\d.]+) - ([\\d.]+) = ([+-][\\d.]+)");

  private final Claims claims = Claims.read();

  @ParameterizedTest
  @ValueSource(strings = {"RQ1", "RQ2", "RQ3", "RQ4", "RQ5"})
  void every_research_question_has_a_claim(String question) {
    assertThat(claims.claims()).extracting(Claim::question).contains(question);
  }

  @Test
  void every_measure_is_of_a_claim_and_no_claim_is_there_twice() {
    assertThat(claims.claims())
        .extracting(Claim::measure)
        .containsExactlyInAnyOrder(Measure.values());
    assertThat(claims.claims()).extracting(Claim::id).doesNotHaveDuplicates();
  }

  @Test
  void claims_speak_of_the_papers_models_and_say_what_and_where() {
    Set<String> known = new HashSet<>(claims.models().keySet());
    known.add(Claim.ALL);
    assertThat(claims.claims())
        .allSatisfy(
            claim -> {
              assertThat(claim.id()).startsWith(claim.question().toLowerCase());
              assertThat(claim.says()).endsWith(".");
              assertThat(claim.where()).isNotBlank();
              assertThat(claim.published()).isNotEmpty();
              assertThat(known).containsAll(claim.published().keySet()).containsAll(claim.others());
            });
  }

  @Test
  void differences_add_up() {
    SoftAssertions softly = new SoftAssertions();
    int found = 0;
    for (Claim claim : claims.claims()) {
      for (String figure : claim.published().values()) {
        Matcher parts = DIFFERENCE.matcher(figure);
        if (parts.matches()) {
          found++;
          double[] numbers =
              Arrays.stream(new int[] {1, 2, 3})
                  .mapToDouble(part -> Double.parseDouble(parts.group(part)))
                  .toArray();
          softly
              .assertThat(Math.round(100 * (numbers[0] - numbers[1])))
              .as(figure)
              .isEqualTo(Math.round(100 * numbers[2]));
        }
      }
    }
    softly.assertThat(found).isEqualTo(21);
    softly.assertAll();
  }

  @ParameterizedTest
  @CsvSource({
    "llama-8b, llama-8b",
    "llama3.1:8b, llama-8b",
    "meta-llama/llama-3.1-8b-instruct, llama-8b",
    "llama3.1:70b, llama-70b",
    "gpt-4o-mini-2024-07-18, gpt-4o-mini",
    "gpt-4o-2024-08-06, gpt-4o",
    "mistralai/ministral-8b-instruct-2410, ministral-8b",
    "Meta-Llama-3.1-8B-Instruct, llama-8b"
  })
  void models_go_by_the_ids_of_servers(String id, String name) {
    assertThat(claims.named(id)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offline", "offline-weak", "gpt-4o-audio", "llama-18b", "mistral-large"})
  void other_models_are_none_of_the_papers(String id) {
    assertThat(claims.named(id)).isEmpty();
  }
}
