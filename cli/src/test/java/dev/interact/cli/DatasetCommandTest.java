package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.cli.dataset.SetCard;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.DataSetWriter;
import dev.interact.preparation.set.SampleMades;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCommandTest extends CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path sets;
  private Path zip;
  private DataSet set;

  @BeforeEach
  void makeOne() {
    sets = root.resolve("sets");
    zip = root.resolve("set.zip");
    set = SampleMades.write(sets, SampleMades.few());
  }

  private String folder() {
    return set.folder().toString();
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  @Test
  void sets_are_listed_and_broken_ones_told() throws IOException {
    DataSet broken = SampleMades.write(sets, SampleMades.many(3));
    Files.writeString(broken.folder().resolve("set.json"), "{}");

    assertThat(interact("dataset", "list", sets.toString())).isZero();

    assertThat(out().lines().skip(2))
        .containsExactly(
            "tales  %s  images, news, tales           2      3"
                .formatted(set.manifest().version()));
    assertThat(err())
        .isEqualTo(
            broken.folder() + "/set.json: is no manifest of a data set: it has no interact_set.\n");
  }

  @Test
  void a_list_is_json_and_may_be_empty() throws IOException {
    interact("dataset", "list", sets.toString(), "--json");

    JsonNode row = JSON.readTree(out()).get(0);
    assertThat(row.path("version").asText()).isEqualTo(set.manifest().version());
    assertThat(row.path("items").asInt()).isEqualTo(3);
    assertThat(row.path("simulated").asBoolean()).isFalse();

    assertThat(interact("dataset", "list", root.resolve("nowhere").toString())).isZero();
    assertThat(out()).contains("There is no data set in '" + root.resolve("nowhere") + "'.");
  }

  @Test
  void what_gates_dropped_and_filters_answered_is_shown() {
    assertThat(interact("dataset", "show", folder())).as(err()).isZero();

    assertThat(out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "tales 6 1 5 1 1 2 0 2",
            "all 7 1 6 1 1 2 0 3",
            "filter before 33.3 18 1 3",
            "filter kept 11.1 9 0 2",
            "filter fresh 33.3 9 0 2",
            "gone news The model 'author' is not there.",
            "mill tales None of its items passed.",
            "CC0-1.0 not stated 1",
            "author big-1 author, lesson author, with-context filter, judge",
            "filter small-1 closed-book filter",
            "No interval: 3 concepts, and below 10 none would be honest.");
    assertThat(out()).doesNotContain("simulated");
  }

  @Test
  void ten_concepts_have_an_interval() throws IOException {
    DataSet many = SampleMades.write(sets, SampleMades.many(12));

    interact("dataset", "show", many.folder().toString(), "--json");

    JsonNode fresh = JSON.readTree(out()).at("/closed_book/0/fresh");
    assertThat(fresh.path("yes").asInt()).isEqualTo(12);
    assertThat(fresh.path("of").asInt()).isEqualTo(108);
    assertThat(fresh.path("clusters").asInt()).isEqualTo(12);
    assertThat(fresh.path("share").asDouble()).isEqualTo(12 / 108.0);
    // Shares of 0, 1/9 and 2/9, four of each: their mean with the t interval of 11 degrees of
    // freedom (2.200985), on the logit scale.
    assertThat(fresh.path("low").asDouble()).isCloseTo(0.063625, within(1e-5));
    assertThat(fresh.path("high").asDouble()).isCloseTo(0.186963, within(1e-5));
  }

  @Test
  void the_card_tells_how_it_was_made_and_warns_of_offline_models() throws IOException {
    DataSet real =
        DataSetWriter.write(
            root.resolve("a"),
            SampleMades.recipe(),
            SampleMades.contents(SampleMades.few(), SetCard::markdown));
    assertThat(Files.readString(real.folder().resolve("README.md")))
        .startsWith("---\npretty_name: \"tales\"\n")
        .contains("# " + real.reference(), "| all | 7 | 1 | 6 | 1 | 1 | 2 | 0 | 3 |")
        .contains("data_files: concepts.jsonl", "\"drop_from\" : 3", real.manifest().content())
        .doesNotContain("simulated");

    DataSet simulated =
        DataSetWriter.write(
            root.resolve("b"),
            dev.interact.preparation.recipe.Recipe.of("toy", "offline"),
            SampleMades.contents(SampleMades.few(), SetCard::markdown));
    assertThat(Files.readString(simulated.folder().resolve("README.md")))
        .contains("- simulated\n", "In this set they are: offline.**");
    interact("dataset", "show", simulated.folder().toString());
    assertThat(out()).contains("The offline models are simulated");
  }

  @Test
  void an_unchanged_set_is_verified_and_a_changed_one_told() throws IOException {
    assertThat(interact("dataset", "verify", folder())).isZero();
    assertThat(out())
        .isEqualTo(set.reference() + " is unchanged: 5 files are as they were made.\n");

    Files.writeString(set.concepts(), "\n", java.nio.file.StandardOpenOption.APPEND);
    assertThat(interact("dataset", "verify", folder())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains(set.concepts() + ": was changed: it has ");
    assertThat(interact("dataset", "show", folder())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(interact("dataset", "export", folder(), "-o", zip.toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(zip).doesNotExist();
  }

  @Test
  void a_set_that_is_not_there_is_told() {
    assertThat(interact("dataset", "show", "nothing")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err())
        .isEqualTo(
            "There is no data set nothing, neither a folder nor in 'sets' (see interact dataset list).\n");
    assertThat(interact("dataset", "show", root.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("is no data set: it has no set.json.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 30})
  void what_is_exported_and_imported_is_the_same_set(int concepts) throws IOException {
    List<Made> mades = concepts == 0 ? SampleMades.few() : SampleMades.many(concepts);
    DataSet one = SampleMades.write(sets, mades);
    Path again = root.resolve("again.zip");

    assertThat(interact("dataset", "export", one.folder().toString(), "-o", zip.toString()))
        .isZero();
    interact("dataset", "export", one.folder().toString(), "-o", again.toString());
    assertThat(again).hasSameBinaryContentAs(zip);

    Path there = root.resolve("there");
    assertThat(interact("dataset", "import", zip.toString(), "-o", there.toString()))
        .as(err())
        .isZero();
    DataSet imported = DataSet.read(there.resolve(one.manifest().folder())).verify();
    assertThat(imported.reference()).isEqualTo(one.reference());
    assertThat(contents(imported.folder())).isEqualTo(contents(one.folder()));
    assertThat(interact("dataset", "import", zip.toString(), "-o", there.toString()))
        .as("a second time")
        .isZero();
  }

  @Test
  void a_changed_byte_of_the_file_is_refused_or_changes_nothing() throws IOException {
    interact("dataset", "export", folder(), "-o", zip.toString());
    byte[] good = Files.readAllBytes(zip);
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Path there = root.resolve("there");
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(zip, bad);
      int exit = interact("dataset", "import", zip.toString(), "-o", there.toString());
      Path place = there.resolve(set.manifest().folder());
      if (exit == 0) {
        DataSet found = DataSet.read(place).verify();
        assertThat(found.reference()).isEqualTo(set.reference());
        Map<String, String> all = contents(place);
        for (String file : all.keySet()) {
          Files.delete(place.resolve(file));
        }
        try (Stream<Path> folders = Files.walk(place)) {
          folders.sorted(java.util.Comparator.reverseOrder()).forEach(p -> p.toFile().delete());
        }
      } else {
        refused++;
        assertThat(exit).isEqualTo(ExitCode.WRONG_INPUT);
        assertThat(left(there)).isEmpty();
      }
    }
    assertThat(refused).isGreaterThan(150);
    assertThat(err()).doesNotContain("Unexpected");
  }

  private static List<Path> left(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> left = Files.list(folder)) {
      return left.toList();
    }
  }

  /** The entries of the exported file, to be written with others. */
  private Map<String, byte[]> entries() throws IOException {
    interact("dataset", "export", folder(), "-o", zip.toString());
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private void refuses(Map<String, byte[]> entries, String reason) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    Path there = root.resolve("there/sets");

    assertThat(interact("dataset", "import", zip.toString(), "-o", there.toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err()).contains(reason);
    assertThat(left(there)).isEmpty();
    assertThat(root.resolve("there/evil")).doesNotExist();
    assertThat(root.resolve("evil")).doesNotExist();
  }

  private String top() {
    return set.manifest().folder() + "/";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "../../evil", "/evil", "C:\\evil", "TOP../evil", "TOP../../evil"})
  void a_file_that_leads_out_of_its_folder_is_refused(String name) throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(name.replace("TOP", top()), new byte[] {1});

    refuses(entries, "leads out of it. Nothing was imported.");
  }

  @Test
  void what_the_manifest_does_not_name_is_refused() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(top() + "evil", new byte[] {1});
    refuses(entries, "its entry 'evil' is no part of the data set");

    entries.remove(top() + "evil");
    entries.put("other-0123456789ab/set.json", new byte[] {1});
    refuses(entries, "it has more than one folder");

    entries.remove("other-0123456789ab/set.json");
    entries.remove(top() + "dropped.jsonl");
    refuses(entries, "it lacks dropped.jsonl");

    entries.remove(top() + "set.json");
    refuses(entries, "it has no set.json, and is no data set");
  }

  @Test
  void another_content_is_refused() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] lessons = entries.get(top() + "lessons.jsonl").clone();
    lessons[20] ^= 1;
    entries.put(top() + "lessons.jsonl", lessons);

    refuses(entries, "lessons.jsonl: was changed");
  }

  @Test
  void a_file_that_grows_beyond_what_it_says_is_refused() throws IOException {
    Map<String, byte[]> entries = entries();
    entries.put(top() + "lessons.jsonl", new byte[50_000_000]);

    refuses(entries, "is longer than the ");
  }

  @Test
  void a_manifest_that_promises_a_bomb_is_refused() throws IOException {
    List<Made> mades = List.of(SampleMades.lesson("x".repeat(80 << 20)));
    set = SampleMades.write(sets, mades);

    refuses(entries(), "which no texts and images do");
  }

  @Test
  void what_is_no_zip_is_refused() throws IOException {
    Files.writeString(zip, "no zip");
    assertThat(interact("dataset", "import", zip.toString(), "-o", sets.toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("is refused: it is no ZIP file that can be read");
    assertThat(interact("dataset", "import", "nothing.zip")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("There is no file nothing.zip.");
  }
}
