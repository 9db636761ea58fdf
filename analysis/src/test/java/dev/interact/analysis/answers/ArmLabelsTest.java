package dev.interact.analysis.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import dev.interact.study.fork.Framing;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmLabelsTest {
  private static ArmKey dynamic(String student, String teacher, QuizMode mode, Style style) {
    return new ArmKey("dynamic", student, teacher, null, mode, "plain", style, null, null, null);
  }

  private static ArmKey borrowed(String lessonAuthor, Framing framing) {
    return new ArmKey(
        "borrowed-trace",
        "a",
        "b",
        lessonAuthor,
        QuizMode.SHEET,
        null,
        Style.FULL,
        "c",
        framing,
        null);
  }

  private static List<String> labels(ArmKey... arms) {
    ArmLabels labels = new ArmLabels(List.of(arms));
    return List.of(arms).stream().map(labels::of).toList();
  }

  @Test
  void a_label_names_only_what_differs() {
    assertThat(
            labels(
                dynamic("gpt-4o-mini", "gpt-4o", QuizMode.SHEET, Style.FULL),
                new ArmKey(
                    "closed-book",
                    "gpt-4o-mini",
                    null,
                    null,
                    QuizMode.SHEET,
                    null,
                    null,
                    null,
                    null,
                    null)))
        .containsExactly("dynamic", "closed-book");
    assertThat(
            labels(
                dynamic("gpt-4o-mini", "gpt-4o", QuizMode.SHEET, Style.FULL),
                dynamic("llama-8b", "llama-8b", QuizMode.SHEET, Style.FULL)))
        .containsExactly("dynamic · gpt-4o-mini ← gpt-4o", "dynamic · llama-8b ← llama-8b");
    assertThat(
            labels(
                dynamic("a", "b", QuizMode.SHEET, Style.FULL),
                dynamic("a", "c", QuizMode.ITEM, Style.TERSE)))
        .containsExactly(
            "dynamic ← b · sheet quiz · answers full", "dynamic ← c · item quiz · answers terse");
  }

  @Test
  void an_axis_that_one_of_two_like_arms_has_not_tells_them_apart() {
    assertThat(labels(borrowed(null, Framing.OWN), borrowed("b", Framing.OWN)))
        .containsExactly("borrowed-trace", "borrowed-trace · lesson by b");
    assertThat(labels(borrowed(null, Framing.OWN), borrowed(null, Framing.OBSERVED)))
        .containsExactly("borrowed-trace · shown as own", "borrowed-trace · shown as observed");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_two_arms_have_the_same_label(long seed) {
    Random random = new Random(seed);
    List<ArmKey> arms = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      arms.add(
          new ArmKey(
              one(random, "dynamic", "prefix-swap"),
              one(random, "a", "b"),
              one(random, "a", "b", null),
              one(random, "a", "b", null),
              one(random, QuizMode.values()),
              one(random, "plain", "gap", null),
              one(random, Style.FULL, Style.TERSE, null),
              one(random, "a", null),
              one(random, Framing.OWN, Framing.NOTES, null),
              one(random, 1, 3, null)));
    }
    List<ArmKey> distinct = arms.stream().distinct().sorted().toList();
    ArmLabels labels = new ArmLabels(distinct);

    assertThat(distinct.stream().map(labels::of).toList()).doesNotHaveDuplicates();
  }

  @SafeVarargs
  private static <T> T one(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void arms_are_ordered_by_condition_as_documented() {
    ArmKey dynamic = dynamic("a", "b", QuizMode.SHEET, Style.FULL);
    ArmKey borrowed = borrowed(null, Framing.OWN);

    assertThat(List.of(borrowed, dynamic).stream().sorted()).containsExactly(dynamic, borrowed);
    assertThat(borrowed.compareTo(borrowed)).isZero();
  }
}
