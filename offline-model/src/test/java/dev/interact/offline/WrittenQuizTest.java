package dev.interact.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.offline.Texts.Material;
import dev.interact.offline.author.Author;
import dev.interact.offline.author.Level;
import dev.interact.offline.author.Order;
import dev.interact.offline.author.Order.OfLevel;
import dev.interact.offline.author.WrittenItem;
import dev.interact.offline.judge.Judge;
import dev.interact.offline.judge.KeyedItem;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.quiz.QuizTaker;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How well the quizzes that are written here can be answered; for the README. */
class WrittenQuizTest {

  private static final List<Long> SEEDS = List.of(123L, 765L, 915L);
  private static final int FEW = 6;
  private static final int OPTIONS = 4;

  private final Memory<Passage> library = new Memory<>(Passage::of);

  static Stream<String> files() {
    return Texts.FILES.stream().filter(file -> !Texts.of(file).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("files")
  void who_has_the_material_knows_and_who_has_not_guesses(String file) {
    assertKnown(file, Texts.of(file).stream().limit(FEW).toList(), SEEDS.subList(0, 1));
  }

  @Tag("soak")
  @ParameterizedTest
  @MethodSource("files")
  void long_form(String file) {
    assertKnown(file, Texts.of(file), SEEDS);
  }

  private void assertKnown(String file, List<Material> materials, List<Long> seeds) {
    Tally strong = tally(file, Strength.FULL, materials, seeds);
    Tally weak = tally(file, Strength.WEAK, materials, seeds);

    boolean images = file.contains("images");
    assertThat(strong.share(strong.open)).isGreaterThan(images ? 0.7 : 0.9);
    assertThat(strong.share(strong.closed)).isBetween(0.15, 0.35);
    assertThat(weak.share(weak.open)).isGreaterThan(0.6);
    // A guess looks at kinds where a gap is to be filled, and questions on images have none.
    assertThat(weak.share(weak.closed)).isGreaterThan(images ? 0.1 : 0.4);
  }

  private Tally tally(String file, Strength author, List<Material> materials, List<Long> seeds) {
    Tally all = new Tally();
    for (Level level : Level.values()) {
      Tally tally = new Tally();
      for (Material material : materials) {
        for (long seed : seeds) {
          write(author, material, level, seed).forEach(item -> sit(item, material, seed, tally));
        }
      }
      System.out.printf(
          "[measured] %s, %s, %s: %d items, closed book %.1f, with the material %.1f, weak reader"
              + " %.1f, sound to the judge %.1f%n",
          file,
          author.id(),
          level.word(),
          tally.items,
          100 * tally.share(tally.closed),
          100 * tally.share(tally.open),
          100 * tally.share(tally.weak),
          100 * tally.share(tally.sound));
      all.add(tally);
    }
    return all;
  }

  private List<WrittenItem> write(Strength author, Material material, Level level, long seed) {
    Order order = new Order(List.of(new OfLevel(level, 3)), OPTIONS, List.of());
    return new Author(library, author, new Chance(seed), 0)
        .write(material.text(), material.scene(), order);
  }

  private void sit(WrittenItem written, Material material, long seed, Tally tally) {
    List<Option> options = new ArrayList<>();
    written.options().forEach(o -> options.add(new Option((char) ('A' + options.size()), o)));
    Item item = new Item(1, written.question(), options);
    Option key = options.get(written.answer());
    Passage passage = library.of(material.evidence());
    tally.items++;
    tally.closed += right(Strength.FULL, Passage.of(""), seed, item, key);
    tally.open += right(Strength.FULL, passage, seed, item, key);
    tally.weak += right(Strength.WEAK, passage, seed, item, key);
    var verdict =
        new Judge(Strength.FULL, passage)
            .judge(List.of(new KeyedItem(item, Optional.of(key))))
            .getFirst();
    boolean sound = verdict.comprehension() && verdict.answerable() && verdict.selfContained();
    tally.sound += sound ? 1 : 0;
  }

  private static int right(Strength reader, Passage seen, long seed, Item item, Option key) {
    var taker = new QuizTaker(reader, seen, new Chance(seed));
    return taker.answer(List.of(item)).getFirst().option().equals(key) ? 1 : 0;
  }

  private static final class Tally {
    private int items;
    private int closed;
    private int open;
    private int weak;
    private int sound;

    private void add(Tally other) {
      items += other.items;
      closed += other.closed;
      open += other.open;
      weak += other.weak;
      sound += other.sound;
    }

    private double share(int count) {
      return (double) count / Math.max(1, items);
    }
  }
}
