package dev.interact.offline.author;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.Reply;
import dev.interact.offline.Strength;
import dev.interact.offline.Texts;
import dev.interact.offline.Texts.Material;
import dev.interact.offline.author.Order.OfLevel;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorTest {

  private static final String STORY =
      """
      The miller Anton lived in Marden with his daughter Ilse. In 1871 the mill had twelve wheels and \
      a bell of bronze. The heron of Osk knew the name of the spirit. Ilse asked the heron for help in \
      March. The spirit held the largest wheel for ninety days. Anton paid 40 crowns to the ferryman \
      Lenoir. Lenoir rowed from Marden to Castrow at night. In Castrow a smith called Wren made a \
      chain. Wren had learned the trade from Oriel. Oriel rang the bell in 1854. The chain broke \
      after six days. Then Ilse called the spirit by its name. The spirit laughed and left the river.""";

  static Stream<Material> materials() {
    return Texts.all();
  }

  @ParameterizedTest
  @MethodSource("materials")
  void every_item_keeps_the_rules(Material material) throws Exception {
    long seed = material.evidence().hashCode();
    Order order = order(3, 3, 3, 2 + 2 * (int) Math.floorMod(seed, 3L));
    for (Strength strength : Strength.values()) {
      String json = new Reply.WrittenQuiz(write(strength, material, order, seed, 1)).text();
      assertSound(new ObjectMapper().readTree(json), material, order, "seed " + seed);
    }
  }

  private static void assertSound(JsonNode quiz, Material material, Order order, String seed) {
    Set<String> questions = new HashSet<>();
    for (JsonNode item : quiz.get("items")) {
      List<String> options = texts(item.get("options"));
      List<String> plain = options.stream().map(AuthorTest::plain).toList();
      String question = plain(item.get("question").asText());
      String where = seed + ": " + item;
      assertThat(plain).as(where).doesNotHaveDuplicates().hasSize(order.options());
      assertThat(item.get("answer").asInt()).as(where).isBetween(0, options.size() - 1);
      assertThat(" " + question + " ")
          .as(where)
          .doesNotContain(" " + plain.get(item.get("answer").asInt()) + " ");
      assertThat(questions.add(question)).as(where).isTrue();
      List<String> evidence = texts(item.get("evidence"));
      assertThat(evidence).as(where).doesNotHaveDuplicates().isNotEmpty();
      assertThat(item.get("level").asText().equals("easy") || evidence.size() > 1)
          .as(where)
          .isTrue();
      assertThat(evidence).as(where).allMatch(spaced(material.evidence())::contains);
    }
    for (OfLevel wanted : order.wanted()) {
      assertThat(quiz.get("items"))
          .as(seed)
          .filteredOn(item -> item.get("level").asText().equals(wanted.level().word()))
          .hasSizeLessThanOrEqualTo(wanted.number());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/samples/academic-papers.jsonl",
        "data/samples/movie-plots.jsonl",
        "data/samples/news.jsonl",
        "data/samples/lyrics.jsonl",
        "data/samples/images.jsonl"
      })
  void most_samples_yield_all_that_is_ordered(String file) {
    List<Integer> yields =
        Texts.of(file).stream()
            .map(m -> write(Strength.FULL, m, order(3, 3, 3, 4), 1, 0).size())
            .toList();

    System.out.println("[measured] " + file + ", items of 9: " + yields);
    assertThat(yields).allMatch(items -> items >= 6);
    assertThat(yields.stream().mapToInt(i -> i).average().orElseThrow()).isGreaterThan(8);
  }

  @ParameterizedTest
  @EnumSource
  void the_same_seed_writes_the_same_and_another_writes_others(Strength strength) {
    Order order = order(3, 2, 1, 4);

    assertThat(write(strength, STORY, order, 7)).isEqualTo(write(strength, STORY, order, 7));
    assertThat(write(strength, STORY, order, 7)).isNotEqualTo(write(strength, STORY, order, 8));
  }

  @Test
  void right_options_stand_in_every_place_alike() {
    int[] places = new int[4];
    for (long seed = 0; seed < 60; seed++) {
      write(Strength.FULL, STORY, order(3, 2, 1, 4), seed).forEach(i -> places[i.answer()]++);
    }

    assertThat(Arrays.stream(places)).allMatch(count -> count > 55 && count < 130);
  }

  @Test
  void what_was_asked_is_not_asked_again() {
    List<String> asked = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      Order order = new Order(List.of(new OfLevel(Level.EASY, 2)), 4, asked);
      List<String> questions =
          write(Strength.FULL, STORY, order, 3).stream().map(WrittenItem::question).toList();
      assertThat(questions).hasSize(2).noneMatch(asked::contains);
      asked.addAll(questions);
    }
  }

  @Test
  void problems_lead_to_other_items() {
    Order again =
        new Order(order(2, 1, 1, 4).wanted(), 4, List.of("Item 2: an option stands out."));

    assertThat(write(Strength.FULL, STORY, again, 3))
        .isNotEqualTo(write(Strength.FULL, STORY, order(2, 1, 1, 4), 3));
  }

  @Test
  void wrong_options_are_of_the_right_ones_kind_unless_the_author_is_weak() {
    Order order = order(3, 0, 0, 4);
    Set<String> numbers = Set.of("which number", "which year");

    assertThat(mixed(Strength.FULL, order, numbers)).isZero();
    assertThat(mixed(Strength.WEAK, order, numbers)).isPositive();
  }

  private static long mixed(Strength strength, Order order, Set<String> kinds) {
    return Stream.iterate(0L, seed -> seed + 1)
        .limit(20)
        .flatMap(seed -> write(strength, STORY, order, seed).stream())
        .filter(i -> kinds.stream().anyMatch(plain(i.question())::startsWith))
        .filter(i -> i.options().stream().anyMatch(o -> Character.isUpperCase(o.charAt(0))))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "One.",
        "It is. It was.",
        "La la la,\nla la la.",
        "____ and “____”?",
        "A heron stood there. A heron stood there. A heron stood there."
      })
  void little_text_yields_little_and_never_an_error(String text) {
    for (Strength strength : Strength.values()) {
      assertThat(new Reply.WrittenQuiz(write(strength, text, order(3, 3, 3, 4), 1)).text())
          .startsWith("{\"items\":[");
    }
  }

  @Test
  void other_languages_are_asked_by_their_words() {
    String text =
        """
        Der alte Müller wohnte allein am Fluss und zählte abends seine Säcke. Nachts drehte sich das \
        Rad rückwärts, weil ein Geist daran zog. Seine Tochter fragte den Reiher um Rat. Der Reiher \
        verlangte dafür einen silbernen Fisch. Am Morgen brachte sie ihm drei Forellen. Da nannte er \
        ihr den richtigen Namen. Der Geist lachte laut und verschwand im Schilf. Seither mahlt die \
        Mühle wieder jeden Tag.""";

    assertThat(write(Strength.FULL, text, order(2, 2, 2, 3), 1)).hasSizeGreaterThan(3);
  }

  private static List<WrittenItem> write(Strength strength, String text, Order order, long seed) {
    return new Author(new Memory<>(Passage::of), strength, new Chance(seed), 0)
        .write(text, "", order);
  }

  private static List<WrittenItem> write(
      Strength strength, Material material, Order order, long seed, double temperature) {
    return new Author(new Memory<>(Passage::of), strength, new Chance(seed), temperature)
        .write(material.text(), material.scene(), order);
  }

  private static Order order(int easy, int medium, int hard, int options) {
    List<OfLevel> wanted =
        Stream.of(
                new OfLevel(Level.EASY, easy),
                new OfLevel(Level.MEDIUM, medium),
                new OfLevel(Level.HARD, hard))
            .filter(of -> of.number() > 0)
            .toList();
    return new Order(wanted, options, List.of());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
