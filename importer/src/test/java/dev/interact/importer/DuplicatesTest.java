package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.importer.ImportOptions.Selection;
import dev.interact.study.Concept;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
  @TempDir private Path folder;

  /** So many words of a small language. */
  private static String words(int count, long seed) {
    Random random = new Random(seed);
    return random
        .ints(count, 0, 5000)
        .mapToObj(n -> "w" + Integer.toString(n, 36))
        .collect(Collectors.joining(" "));
  }

  private static String chinese(int count, long seed) {
    return new Random(seed)
        .ints(count, 0x4e00, 0x5e00)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private Material imported(String first, String second) {
    return new Material(folder).with("a/one.txt", first).with("a/two.txt", second).imported();
  }

  @Test
  void case_and_white_space_make_no_difference() {
    Material material = imported("A heron kept  the ford.", "a HERON\n\nkept the ford.");

    assertThat(material.concepts()).hasSize(1);
    assertThat(material.report("a/two.txt").outcome()).isEqualTo(Outcome.DUPLICATE);
    assertThat(material.report("a/two.txt").reason()).isEqualTo("is the same as 'one'");
  }

  @Test
  void a_text_with_a_few_words_changed_is_nearly_the_same() {
    String text = words(1000, 1);
    Material material =
        imported(text, text.substring(0, 2000) + " changed " + text.substring(2005));

    assertThat(material.report("a/two.txt").reason()).startsWith("is nearly the same as 'one' (9");
  }

  @Test
  void a_text_that_shares_a_half_is_another() {
    String common = words(500, 1);

    assertThat(imported(common + words(500, 2), common + words(500, 3)).concepts()).hasSize(2);
  }

  @Test
  void chinese_texts_are_compared_by_their_characters() {
    String text = chinese(800, 4);
    Material material = imported(text, text.substring(0, 400) + "改" + text.substring(401));

    assertThat(material.report("a/two.txt").reason()).startsWith("is nearly the same as 'one'");
    assertThat(
            new Material(folder.resolve("b"))
                .with("a/one.txt", text)
                .with("a/two.txt", chinese(800, 5))
                .imported()
                .concepts())
        .hasSize(2);
  }

  @Test
  void the_threshold_is_met_from_both_sides_for_many_texts() {
    Material material = new Material(folder);
    for (int i = 0; i < 100; i++) {
      String text = words(400, 1000 + i);
      // One word changed at each of n places changes 5 pieces of some 396: 2 x 5n / (396 + 5n).
      material.with("a/%03d-a.txt".formatted(i), text);
      material.with("a/%03d-b.txt".formatted(i), changed(text, 2));
      material.with("a/%03d-c.txt".formatted(i), changed(text, 20));
    }
    material.imported();

    assertThat(material.report().files(Outcome.DUPLICATE).map(FileReport::file))
        .hasSize(100)
        .allMatch(file -> file.endsWith("-b.txt"));
  }

  private static String changed(String text, int places) {
    String[] words = text.split(" ");
    for (int i = 0; i < places; i++) {
      words[10 + i * 15] = "changed" + i;
    }
    return String.join(" ", words);
  }

  @Test
  void duplicates_are_kept_on_demand() {
    Material material =
        new Material(folder)
            .with("a/one.txt", "the same")
            .with("a/two.txt", "the same")
            .imported(options -> options.with(new Selection(null, true, true)));

    assertThat(material.concepts()).extracting(Concept::id).containsExactly("one", "two");
  }

  @Test
  void rows_are_compared_with_files() {
    Material material =
        new Material(folder)
            .with("a/one.txt", "the very same text")
            .with("a/two.csv", "text\nthe very same text\nanother\n")
            .imported();

    assertThat(material.concepts()).hasSize(2);
    assertThat(material.report("a/two.csv").rows())
        .containsExactly(new FileReport.Row("row 1", Outcome.DUPLICATE, "is the same as 'one'"));
  }
}
