package dev.interact.cli.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LetteringTest {
  private static final Lettering LETTERING = Lettering.USUAL;

  @Test
  void words_stay_whole() {
    List<String> lines = LETTERING.lines("dynamic with a lesson", 100, 3);
    assertThat(lines).containsExactly("dynamic with a", "lesson");
  }

  @Test
  void what_does_not_fit_is_left_out() {
    assertThat(LETTERING.lines("dynamic with a lesson", 100, 1)).containsExactly("dynamic with…");
    assertThat(LETTERING.lines("", 100, 1)).isEmpty();
  }

  @Test
  void any_text_fits() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      String text = text(random);
      double width = random.nextDouble(40, 200);
      List<String> lines = LETTERING.lines(text, width, 3);
      assertThat(lines).hasSizeLessThanOrEqualTo(3);
      assertThat(lines).allMatch(line -> LETTERING.width(line) <= width);
    }
  }

  private static String text(Random random) {
    int[] points = {'a', 'W', ' ', ' ', 'i', '学', 0x1F600, 0x301, '&'};
    return random
        .ints(random.nextInt(60), 0, points.length)
        .map(i -> points[i])
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
