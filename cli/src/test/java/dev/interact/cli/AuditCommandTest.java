package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.interact.preparation.set.DataSet;
import dev.interact.preparation.set.SampleMades;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditCommandTest extends CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String COLUMNS =
      "key,domain,title,context,question,options,right,evidence,comprehension,answerable,self_contained,comment";

  private Path sheet;
  private DataSet set;

  @BeforeEach
  void makeOne() {
    sheet = root.resolve("sheet.csv");
    set = SampleMades.write(root.resolve("sets"), SampleMades.many(12));
  }

  private int draw(String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", "sheet", set.folder().toString(), "-o", sheet.toString()));
    arguments.addAll(List.of(more));
    return interact(arguments.toArray(String[]::new));
  }

  private static List<NamedCsvRecord> rows(Path file) throws IOException {
    String text = Files.readString(file);
    assertThat(text).startsWith("\uFEFF");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text.substring(1))) {
      return rows.stream().toList();
    }
  }

  private static boolean isDropped(NamedCsvRecord row) {
    return row.getField("question").startsWith("Unclear");
  }

  @Test
  void a_sheet_is_stratified_and_has_some_dropped_items_mixed_in() throws IOException {
    assertThat(draw("-n", "20")).as(err()).isZero();

    List<NamedCsvRecord> rows = rows(sheet);
    assertThat(rows).hasSize(20);
    assertThat(rows.getFirst().getHeader()).containsExactly(COLUMNS.split(","));
    assertThat(rows).filteredOn(AuditCommandTest::isDropped).hasSize(4);
    assertThat(rows).filteredOn(row -> row.getField("domain").equals("tales")).hasSize(10);
    assertThat(rows).extracting(row -> row.getField("key")).doesNotHaveDuplicates();
    List<Boolean> order = rows.stream().map(AuditCommandTest::isDropped).toList();
    assertThat(order.subList(0, 4)).as("mixed").contains(false);
    assertThat(order.subList(16, 20)).as("mixed").contains(false);
    assertThat(out())
        .isEqualTo(
            "20 items of %s are in %s: 16 that were kept and 4 that gates dropped (seed 1).\n"
                .formatted(set.reference(), sheet));
  }

  @Test
  void a_sheet_says_nothing_of_gates_and_has_what_is_judged() throws IOException {
    draw("-n", "5");

    NamedCsvRecord row = rows(sheet).getFirst();
    assertThat(row.getField("options")).isEqualTo("A) a button\nB) -1, or so\nC) c");
    assertThat(row.getField("right")).isEqualTo("A");
    assertThat(row.getField("context")).startsWith("A text, c");
    assertThat(row.getField("evidence")).isEqualTo("A heron kept the only ford.");
    assertThat(row.getField("key")).startsWith(set.manifest().version() + "/c");
    assertThat(row.getField("answerable")).isEmpty();
    assertThat(Files.readString(sheet)).doesNotContain("judge", "passed", "dropped");
  }

  @Test
  void the_same_seed_draws_the_same_and_another_one_others() throws IOException {
    draw("-n", "10");
    byte[] first = Files.readAllBytes(sheet);
    Files.delete(sheet);
    draw("-n", "10");
    assertThat(Files.readAllBytes(sheet)).isEqualTo(first);
    Files.delete(sheet);
    draw("-n", "10", "--seed", "2");
    assertThat(Files.readAllBytes(sheet)).isNotEqualTo(first);
  }

  @Test
  void a_larger_draw_than_there_are_items_takes_all_of_them() throws IOException {
    draw("-n", "100", "--dropped", "50");

    assertThat(rows(sheet)).hasSize(48);
    assertThat(err()).contains("no more items");
  }

  @Test
  void formulas_are_harmless_and_images_are_named() throws IOException {
    set = SampleMades.write(root.resolve("sets"), SampleMades.few());
    draw("--dropped", "100");

    assertThat(rows(sheet))
        .extracting(row -> row.getField("question"))
        .contains("'=Why, \"so\"?", "Which colour?", "Who kept it?", "Where?")
        .as("broke the rules, or its concept is not in the set")
        .doesNotContain("All?", "So?");
    assertThat(rows(sheet))
        .filteredOn(row -> row.getField("domain").equals("images"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(root.resolve("sets").resolve(row.getField("context"))).isRegularFile());
  }

  @Test
  void a_sheet_that_is_there_is_not_overwritten() throws IOException {
    Files.writeString(sheet, "filled in");

    assertThat(draw()).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("somebody may have filled it in");
    assertThat(sheet).hasContent("filled in");
    assertThat(draw("-n", "0")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(draw("--dropped", "101")).isEqualTo(ExitCode.WRONG_INPUT);
  }

  /** Fills in the drawn sheet: three words a row. */
  private Path fill(String auditor, IntFunction<String> answers) throws IOException {
    StringBuilder text =
        new StringBuilder("key;comprehension;answerable;self_contained;comment\r\n");
    List<NamedCsvRecord> rows = rows(sheet);
    for (int i = 0; i < rows.size(); i++) {
      text.append(rows.get(i).getField("key"))
          .append(';')
          .append(answers.apply(i).replace(' ', ';').replace("-", ""))
          .append(";\r\n");
    }
    return Files.writeString(root.resolve(auditor + ".csv"), text.append(";;;;\r\n"));
  }

  private int agree(Path... sheets) {
    List<String> arguments =
        new ArrayList<>(List.of("audit", "agreement", set.folder().toString()));
    for (Path one : sheets) {
      arguments.add(one.toString());
    }
    return interact(arguments.toArray(String[]::new));
  }

  /**
   * Twenty items. Comprehension: both no on 3, ada alone on 2, bob alone on 1. Answerable: both
   * always yes. Self-contained: ada always yes, bob no on 4.
   */
  private Path[] twenty() throws IOException {
    draw("-n", "20");
    return new Path[] {
      fill("ada", i -> (i < 5 ? "no" : "YES") + " yes yes"),
      fill("bob", i -> (i < 3 || i == 5 ? "n" : "y") + " yes " + (i < 4 ? "no" : "yes"))
    };
  }

  private static JsonNode pair(JsonNode json, String other, String criterion) {
    return json.path("pairs")
        .valueStream()
        .filter(
            pair ->
                pair.path("one").asText().equals("ada")
                    && pair.path("other").asText().equals(other)
                    && pair.path("criterion").asText().equals(criterion))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void kappa_is_that_of_tables_counted_by_hand() throws IOException {
    Path[] sheets = twenty();

    assertThat(
            interact(
                "audit",
                "agreement",
                set.folder().toString(),
                sheets[0].toString(),
                sheets[1].toString(),
                "--json"))
        .as(err())
        .isZero();

    JsonNode json = JSON.readTree(out().lines().skip(1).findFirst().orElseThrow());
    JsonNode comprehension = pair(json, "bob", "comprehension");
    assertThat(comprehension.path("n").asInt()).isEqualTo(20);
    assertThat(comprehension.path("agreed").asInt()).isEqualTo(17);
    // (0.85 - (5 x 4 + 15 x 16) / 400) / (1 - 0.65)
    assertThat(comprehension.path("kappa").asDouble()).isCloseTo(0.2 / 0.35, within(1e-12));
    JsonNode answerable = pair(json, "bob", "answerable");
    assertThat(answerable.path("agreed").asInt()).isEqualTo(20);
    assertThat(answerable.has("kappa")).isFalse();
    assertThat(answerable.path("note").asText())
        .startsWith("Kappa is undefined: both said yes of every item");
    JsonNode selfContained = pair(json, "bob", "self_contained");
    assertThat(selfContained.path("agreed").asInt()).isEqualTo(16);
    assertThat(selfContained.path("kappa").asDouble()).isCloseTo(0, within(1e-12));
    assertThat(selfContained.path("note").asText()).contains("ada said yes of every item");
    // Both no on items 0 to 3, ada alone on 4, bob alone on 5.
    assertThat(pair(json, "bob", "all three").path("kappa").asDouble())
        .isCloseTo((0.9 - 0.625) / 0.375, within(1e-12));
    // The judge said no to the four dropped items, ada to none.
    assertThat(pair(json, "judge author", "answerable").path("n").asInt()).isEqualTo(20);
    assertThat(pair(json, "judge author", "answerable").path("agreed").asInt()).isEqualTo(16);
  }

  @Test
  void kept_and_dropped_items_are_counted_apart_and_set_beside_the_paper() throws IOException {
    Path[] sheets = twenty();
    List<NamedCsvRecord> rows = rows(sheet);
    long keptYes = IntStream.range(5, 20).filter(i -> !isDropped(rows.get(i))).count();

    assertThat(agree(sheets)).isZero();

    assertThat(out())
        .contains(
            "ada: %d of 16 answers on kept items meet all three criteria, %.1f"
                .formatted(keptYes, 100 * keptYes / 16.0))
        .contains("97 in the paper's audit.")
        .contains("Kappa is undefined")
        .doesNotContain("Items on which raters differ");
  }

  @Test
  void few_concepts_have_no_interval_and_disagreements_are_listed() throws IOException {
    set = SampleMades.write(root.resolve("sets"), SampleMades.many(3));
    draw("-n", "10");
    Path ada = fill("ada", i -> "yes - yes");
    Path bob = fill("bob", i -> i == 0 ? "yes - no" : "- - -");

    interact(
        "audit",
        "agreement",
        set.folder().toString(),
        ada.toString(),
        bob.toString(),
        "--disagreements");

    assertThat(out())
        .contains("No interval: 3 concepts, and below 10 none would be honest.")
        .contains("ada answered all three criteria of no item that was kept.")
        .contains("ada and bob, answerable, all three: There is no item that both answered.")
        .contains("Items on which raters differ")
        .contains("ada: yes - yes; bob: yes - no");
  }

  @Test
  void every_wrong_cell_is_told_with_its_line_and_column() throws IOException {
    draw("-n", "5");
    List<String> keys = rows(sheet).stream().map(row -> row.getField("key")).toList();
    Path bad =
        Files.writeString(
            root.resolve("bad.csv"),
            """
            key,comprehension,answerable,self_contained
            %s,maybe,yes,2
            %s,yes,yes,yes
            %s,yes,yes,yes
            ffffffffffff/c00/000000000000,yes,yes,yes
            %s/c00/000000000000,yes,yes,yes
            ,yes,,
            """
                .formatted(keys.get(0), keys.get(1), keys.get(1), set.manifest().version()));
    Path lacking = Files.writeString(root.resolve("lacking.csv"), "key,answerable\nx,yes\n");
    Path latin = root.resolve("latin.csv");
    Files.write(latin, "key;comment\nx;\u00fc".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(agree(bad, lacking, latin, root.resolve("none.csv")))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(err().replace(root + "/", "").lines())
        .containsExactly(
            "bad.csv, line 2, comprehension: must be yes or no, or empty; found 'maybe'.",
            "bad.csv, line 2, self_contained: must be yes or no, or empty; found '2'.",
            "bad.csv, line 4, key: '%s' is in line 3 already.".formatted(keys.get(1)),
            "bad.csv, line 5, key: 'ffffffffffff/c00/000000000000' is of another data set or version than %s."
                .formatted(set.reference()),
            "bad.csv, line 6, key: '%s/c00/000000000000' is no item of %s."
                .formatted(set.manifest().version(), set.reference()),
            "bad.csv, line 7, key: is missing.",
            "lacking.csv, line 1: lacks the column comprehension, self_contained.",
            "latin.csv: is not UTF-8; save it from the spreadsheet as CSV in UTF-8.",
            "none.csv: there is no such file.");
    assertThat(out()).doesNotContain("kappa");
  }

  @Test
  void a_sheet_that_nobody_filled_in_is_told() throws IOException {
    draw("-n", "5");

    assertThat(agree(sheet)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).isEqualTo(sheet + ": is not filled in: no row has a yes or a no.\n");
  }

  @Test
  void two_sheets_of_one_name_are_refused() throws IOException {
    draw("-n", "5");
    Path ada = fill("ada", i -> "yes yes yes");
    Path other = Files.copy(ada, Files.createDirectories(root.resolve("more")).resolve("ada.csv"));

    assertThat(agree(ada, other)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(err()).contains("Two sheets are called ada");
  }
}
