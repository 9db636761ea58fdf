package dev.interact.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bands wide enough for changes of method; the README says what is measured now. */
class LearningTest {

  @ParameterizedTest
  @CsvSource({"fairytales.jsonl, 0.5, 0.8", "news.jsonl, 0.3, 0.6"})
  void reading_helps_and_the_weak_model_reads_worse(String file, double low, double high)
      throws IOException {
    Benchmark benchmark = Benchmark.of(file);

    double strong = benchmark.fullContext(Strength.FULL);
    double weak = benchmark.fullContext(Strength.WEAK);
    double lesson = benchmark.lesson(Strength.FULL);

    report(file, "full context", strong, "weak", weak, "lesson", lesson);
    report(file, "weak lesson", benchmark.lesson(Strength.WEAK));
    assertThat(strong).isBetween(low, high);
    assertThat(weak).isLessThan(strong - 0.05);
    assertThat(lesson).isBetween(0.25, strong);
  }

  @ParameterizedTest
  @CsvSource({"fairytales.jsonl", "news.jsonl"})
  void without_material_both_models_guess(String file) throws IOException {
    Benchmark benchmark = Benchmark.of(file);

    for (Strength strength : Strength.values()) {
      double accuracy = benchmark.closedBook(strength);
      report(file, "closed book, " + strength.id(), accuracy);
      assertThat(accuracy).isBetween(0.18, 0.32);
    }
  }

  @ParameterizedTest
  @CsvSource({"fairytales.jsonl", "news.jsonl"})
  void five_turns_on_a_short_text_climb_a_good_part_of_the_way_to_its_full_context(String file)
      throws IOException {
    Benchmark benchmark = Benchmark.of(file).shorterThan(45);

    double[] accuracy = benchmark.dialogue(Strength.FULL);
    double full = benchmark.fullContext(Strength.FULL);

    report(file, "short", "dialogue", Arrays.toString(accuracy), "full context", full);
    report(file, "short", "weak", Arrays.toString(benchmark.dialogue(Strength.WEAK)));
    assertThat(accuracy[0]).isCloseTo(0.25, within(0.1));
    assertThat(accuracy[5] - accuracy[0]).isGreaterThan(0.4 * (full - accuracy[0]));
    assertThat(accuracy[5]).isLessThan(full + 0.05);
  }

  /** For the README; the assertions need only the bands. */
  private static void report(Object... measured) {
    System.out.println("[measured] " + Arrays.toString(measured));
  }
}
