package dev.interact.orchestrator.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  private static final Pattern NEEDLE =
      Pattern.compile("needle", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static String words(String word, int number) {
    return IntStream.range(0, number).mapToObj(i -> word + i).collect(Collectors.joining(" "));
  }

  private static Excerpt excerpt(String text) {
    return Excerpt.of(text, NEEDLE).orElseThrow();
  }

  @Test
  void a_short_text_is_shown_whole() {
    assertThat(excerpt("a Needle here")).isEqualTo(new Excerpt("a Needle here", 2, 8));
    assertThat(Excerpt.of("nothing", NEEDLE)).isEmpty();
    assertThat(Excerpt.of(null, NEEDLE)).isEmpty();
  }

  @Test
  void a_long_text_is_cut_between_words_and_says_so() {
    String before = words("before", 100);
    String after = words("after", 100);
    Excerpt excerpt = excerpt(before + " needles " + after);

    assertThat(excerpt.text()).startsWith("…before").endsWith("…").hasSizeBetween(120, 180);
    assertThat(excerpt.text().substring(excerpt.from(), excerpt.to())).isEqualTo("needle");
    assertThat(before.split(" ")).contains(excerpt.text().substring(1).split(" ")[0]);
    String last = excerpt.text().replaceAll(".* |…$", "");
    assertThat(after.split(" ")).contains(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "😀", "\u0301", "字", "\n", "-"})
  void what_has_no_words_is_cut_where_it_must_be(String one) {
    Excerpt excerpt = excerpt(one.repeat(500) + "NEEDLE" + one.repeat(500));

    assertThat(excerpt.text().length()).isLessThan(300);
    assertThat(excerpt.text().substring(excerpt.from(), excerpt.to())).isEqualTo("NEEDLE");
    assertThat(excerpt.text().codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  @Test
  void the_words_are_marked_wherever_they_stand() {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] some = {" ", "a", "bc", ". ", "\n", "😀", "needl", "ß", "\t", "…"};
    for (int i = 0; i < 5_000; i++) {
      String text =
          IntStream.range(0, random.nextInt(200))
                  .mapToObj(j -> some[random.nextInt(some.length)])
                  .collect(Collectors.joining())
              + "needle"
              + IntStream.range(0, random.nextInt(200))
                  .mapToObj(j -> some[random.nextInt(some.length)])
                  .collect(Collectors.joining());
      Excerpt excerpt = excerpt(text);
      assertThat(excerpt.text().substring(excerpt.from(), excerpt.to())).isEqualTo("needle");
      assertThat(excerpt.text().length()).isLessThan(250);
    }
  }
}
