package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.importer.ImportOptions.Labels;
import dev.interact.importer.ImportOptions.Selection;
import dev.interact.importer.ImportOptions.Texts;
import dev.interact.study.Concept;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportTest {
  private static final String QUIZ =
      "[{\"id\":\"e1\",\"question\":\"Q?\",\"options\":[\"a\",\"b\"],\"answer\":1}]";

  @TempDir private Path folder;
  private Material material;

  private Material given(String name, String text) {
    material = material == null ? new Material(folder) : material;
    return material.with(name, text);
  }

  @Test
  void the_folder_of_a_file_is_its_domain_and_its_name_its_id_and_title() {
    given("tales/deep/The Ford_of-1802.txt", "A heron kept the ford.").imported();

    assertThat(material.concepts())
        .containsExactly(
            new Concept(
                "the-ford-of-1802",
                "tales",
                "The Ford of 1802",
                "A heron kept the ford.",
                null,
                List.of(),
                "tales/deep/The Ford_of-1802.txt",
                null,
                Map.of()));
  }

  @Test
  void without_a_domain_a_file_is_refused_and_told_what_to_do() {
    given("x.txt", "text").imported();

    assertThat(material.report("x.txt").reason()).contains("state one with --domain");
    assertThat(material.output()).doesNotExist();
  }

  @Test
  void what_the_user_states_wins() {
    given("tales/x.md", "---\nlicence: MIT\nsource: a book\n---\n# A title\ntext");
    Labels labels =
        Labels.NONE
            .stating(Field.DOMAIN, "d")
            .stating(Field.LICENCE, "CC0")
            .stating(Field.SOURCE, "s");

    material.imported(options -> options.with(labels));

    Concept concept = material.concept("x");
    assertThat(List.of(concept.domain(), concept.licence(), concept.source(), concept.title()))
        .containsExactly("d", "CC0", "s", "A title");
  }

  @Test
  void markdown_keeps_its_text_and_gives_its_front_matter() {
    given(
            "news/x.md",
            "---\ntitle: T\ndate: 2025-03-04\nlicence: CC0\nmood: calm\n---\n\n# Head\n\n* a *b*\n")
        .imported();

    Concept concept = material.concept("x");
    assertThat(concept.context()).isEqualTo("# Head\n\n* a *b*");
    assertThat(concept.title()).isEqualTo("T");
    assertThat(concept.extra())
        .extractingByKeys("date", "mood")
        .extracting(Object::toString)
        .containsExactly("\"2025-03-04\"", "\"calm\"");
  }

  @Test
  void a_page_loses_its_furniture_and_keeps_its_article() {
    String sentence =
        "The river rose by four metres in the night, because the dam at Kerrick had been opened too early. ";
    given(
            "news/x.html",
            "<html><head><title>Flood | Paper</title><style>p{}</style></head><body><nav><a>Home</a></nav><main><h1>The flood</h1><p>"
                + sentence.repeat(3)
                + "</p><p>One &amp; two<br>lines&nbsp;here, said Ana, who had seen it all from the roof of the mill.</p><ul><li>first</li><li>second</li></ul></main>"
                + "<footer>© Paper <a>Privacy</a></footer><script>track()</script></body></html>")
        .imported();

    assertThat(material.text("x"))
        .contains(sentence.strip(), "One & two\nlines here, said Ana", "- first\n- second")
        .doesNotContain("Home", "Privacy", "track", "<");
    assertThat(material.concept("x").title()).isEqualTo("The flood");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1252, 'The café in the Größe street was closed, since the naïve owner had lost the keys.'",
    "UTF-16LE, A heron kept the ford and asked a button of everyone.",
    "UTF-16BE, A heron kept the ford and asked a button of everyone.",
    "windows-1251, 'Цапля стояла у брода и просила у каждого пуговицу. Мельник заплатил монетой и был отослан назад.'",
    "Shift_JIS, '鷺は川の浅瀬を守り、渡る人にボタンを一つずつ求めた。粉屋は硬貨で払おうとして追い返された。'",
    "GB18030, '苍鹭守着河上唯一的渡口，向每个过河的人要一颗银扣子。磨坊主用硬币付钱，被赶了回去。'",
    "EUC-KR, '왜가리는 강의 유일한 여울을 지키며 건너는 모든 사람에게 단추를 요구했다. 방앗간 주인은 동전을 냈다.'"
  })
  void an_encoding_is_guessed_and_said(String encoding, String text) {
    material = new Material(folder).with("a/x.txt", text.getBytes(Charset.forName(encoding)));

    material.imported();

    assertThat(material.text("x")).isEqualTo(text);
    assertThat(material.report("a/x.txt").encoding()).endsWith("(guessed)");
  }

  @Test
  void a_stated_encoding_is_taken_at_its_word() {
    material = new Material(folder).with("a/x.txt", "Łódź".getBytes(Charset.forName("ISO-8859-2")));

    material.imported(o -> o.with(new Texts(Charset.forName("ISO-8859-2"), false, Map.of())));

    assertThat(material.text("x")).isEqualTo("Łódź");
  }

  @Test
  void a_declared_encoding_of_a_page_is_heard() {
    String page = "<meta charset=\"windows-1250\"><p>Příliš žluťoučký kůň úpěl ďábelské ódy.</p>";
    material =
        new Material(folder).with("a/x.html", page.getBytes(Charset.forName("windows-1250")));

    material.imported();

    assertThat(material.text("x")).isEqualTo("Příliš žluťoučký kůň úpěl ďábelské ódy.");
    assertThat(material.report("a/x.html").encoding()).isEqualTo("windows-1250 (declared)");
  }

  @Test
  void texts_from_right_to_left_and_of_east_asia_come_whole() {
    String arabic = "قال الراعي: «سأعود غدًا» — ثم مضى.\u200f";
    String chinese = "苍鹭守着河上唯一的渡口。\u3000她说：“不。”𠮷";
    given("a/arabic.txt", arabic).with("a/chinese.txt", chinese).imported();

    assertThat(material.text("arabic")).isEqualTo(arabic);
    assertThat(material.text("chinese")).isEqualTo(chinese);
    assertThat(material.report("a/chinese.txt").scripts()).containsOnlyKeys("han");
  }

  @Test
  void columns_are_found_by_their_usual_names_and_others_are_kept() {
    given(
            "mix/test-00000.csv",
            "ID,Headline,Body,Published,URL,License,Group,views\nn1,H,Text one.,1 May 2025,http://a,CC0,g,7\n")
        .imported();

    Concept concept = material.concept("n1");
    assertThat(
            List.of(
                concept.title(),
                concept.context(),
                concept.source(),
                concept.licence(),
                concept.cluster()))
        .containsExactly("H", "Text one.", "http://a", "CC0", "g");
    assertThat(concept.extra().get("date").asText()).isEqualTo("2025-05-01");
    assertThat(concept.extra().get("views").asText()).isEqualTo("7");
    assertThat(concept.extra().get("split").asText()).isEqualTo("test");
  }

  @Test
  void a_column_may_be_named_and_one_of_a_field_of_ours_is_kept_beside_it() {
    given("poems/x.tsv", "verse\tcontext\nA line.\tnotes\n");

    material.imported(o -> o.with(new Labels(Map.of(), Map.of(Field.TEXT, "verse"), false)));

    assertThat(material.text("x-1")).isEqualTo("A line.");
    assertThat(material.concept("x-1").extra().get("original_context").asText()).isEqualTo("notes");
  }

  @Test
  void a_table_may_bring_domains_of_its_own_and_semicolons() {
    given("x.csv", "category;text\nnews;One story.\nlyrics;A whole other song.\n").imported();

    assertThat(material.report().domains()).containsOnlyKeys("lyrics", "news");
  }

  @Test
  void splits_of_a_dataset_are_kept() {
    given(
            "qa/x.json",
            "{\"train\":[{\"text\":\"one thing\"}],\"test\":[{\"text\":\"quite another\"}]}")
        .imported();

    assertThat(material.concepts())
        .extracting(c -> c.extra().get("split").asText())
        .containsExactly("train", "test");
  }

  @Test
  void a_row_without_text_is_left_out_and_told() {
    given("a/x.jsonl", "{\"text\":\"one\"}\n\n{\"text\":null}\n").imported();

    assertThat(material.concepts()).hasSize(1);
    assertThat(material.report("a/x.jsonl").rows())
        .containsExactly(new FileReport.Row("line 3", Outcome.LEFT_OUT, "has no text"));
  }

  @Test
  void a_valid_quiz_is_kept_and_another_is_told() {
    given(
            "a/x.jsonl",
            "{\"text\":\"one\",\"quiz\":%s}\n{\"text\":\"two\",\"quiz\":[{\"id\":\"e1\"}]}\n"
                .formatted(QUIZ))
        .imported();

    assertThat(material.concepts()).extracting(c -> c.quiz().size()).containsExactly(1, 0);
    assertThat(material.report("a/x.jsonl").notes())
        .singleElement()
        .asString()
        .startsWith("line 2: its quiz cannot be used");
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "ZSTD"})
  void parquet_is_read_with_its_usual_codecs(CompressionCodecName codec) {
    String schema =
        "message t { required binary article (UTF8); optional int32 date (DATE); optional group tags (LIST) { repeated group list { optional binary element (UTF8); } } }";
    byte[] table =
        Parquets.of(
            schema,
            codec,
            row -> {
              row.append("article", "Ein Text — 文").append("date", 20_000);
              row.addGroup("tags").addGroup("list").append("element", "a");
            });
    material = new Material(folder).with("news/x.parquet", table).imported();

    Concept concept = material.concepts().getFirst();
    assertThat(concept.context()).isEqualTo("Ein Text — 文");
    assertThat(concept.extra().toString()).contains("2024-10-04", "[\"a\"]");
  }

  @Test
  void parquet_that_another_program_wrote_is_read() throws IOException {
    material = new Material(folder).with("news/x.parquet", resource("snappy.parquet")).imported();

    Concept concept = material.concepts().getFirst();
    assertThat(concept.context()).isEqualTo("A heron kept the ford.");
    assertThat(concept.extra().toString())
        .contains("2025-03-04", "[\"a\",\"b\"]", "views=7", "2025-01-01T10:00:00Z");
  }

  private static byte[] resource(String name) throws IOException {
    return ImportTest.class.getResourceAsStream(name).readAllBytes();
  }

  @Test
  void an_image_of_a_row_may_lie_beside_the_table_or_in_it() {
    byte[] png = Images.file(Images.marked(40, 30), "png");
    byte[] table =
        Parquets.of(
            "message t { required group image { optional binary bytes; optional binary path (UTF8); } }",
            CompressionCodecName.SNAPPY,
            row ->
                row.addGroup("image")
                    .append(
                        "bytes",
                        org.apache.parquet.io.api.Binary.fromConstantByteArray(
                            Images.file(Images.marked(50, 50), "png"))));
    material =
        new Material(folder)
            .with("images/x.csv", "id,file_name,caption\nred,p/a.png,A square\n")
            .with("images/p/a.png", png)
            .with("images/y.parquet", table)
            .imported();

    assertThat(material.concept("red").image().bytes()).isEqualTo(png);
    assertThat(material.concept("red").extra()).containsKey("caption");
    assertThat(material.concept("y-1").image().mediaType()).isEqualTo("image/png");
    assertThat(material.report("images/p/a.png").outcome()).isEqualTo(Outcome.DUPLICATE);
  }

  @Test
  void a_table_beside_the_files_says_what_they_do_not() {
    given("x.txt", "A text.")
        .with(
            "SOURCES.tsv",
            "file\tdomain\torigin\tlicense\tdate\nx.txt\ttales\ta book\tCC0\t2025-01-02\n")
        .imported();

    Concept concept = material.concept("x");
    assertThat(List.of(concept.domain(), concept.source(), concept.licence()))
        .containsExactly("tales", "a book", "CC0");
    assertThat(material.report("SOURCES.tsv").outcome()).isEqualTo(Outcome.LEFT_OUT);
  }

  @Test
  void older_texts_are_left_out_and_undated_ones_counted() {
    given("news/new.md", "---\ndate: 2025-06-02\n---\nNew one.")
        .with("news/old.md", "---\ndate: 2025-06-01\n---\nOld one.")
        .with("news/none.txt", "No date.");
    Selection later = new Selection(LocalDate.of(2025, 6, 1), true, false);

    material.imported(options -> options.with(later));

    assertThat(material.concepts()).extracting(Concept::id).containsExactly("new", "none");
    assertThat(material.report().undated()).isEqualTo(1);
    assertThat(material.report("news/old.md").reason()).isEqualTo("was published on 2025-06-01");
    material.imported(
        options -> options.with(new Selection(LocalDate.of(2025, 6, 1), false, false)));
    assertThat(material.concepts()).extracting(Concept::id).containsExactly("new");
  }

  @Test
  void a_limit_of_tokens_cuts_a_domain_and_says_so() {
    given("a/x.txt", "One sentence here. ".repeat(100))
        .with("b/y.txt", "Another sentence here. ".repeat(100));

    material.imported(options -> options.with(new Texts(null, false, Map.of("a", 50))));

    assertThat(material.text("x")).hasSizeLessThan(400).endsWith("here.");
    assertThat(material.concept("x").extra().get("cut").toString())
        .isEqualTo("{\"characters\":%d,\"of\":1899}".formatted(material.text("x").length()));
    assertThat(material.report("a/x.txt").notes())
        .containsExactly("texts that were cut at a limit of 50 tokens: 1");
    assertThat(material.text("y")).hasSize(2299);
  }

  @Test
  void files_of_a_folder_may_be_a_cluster() {
    given("news/flood/a.txt", "First text.")
        .with("news/flood/b.txt", "Second text.")
        .with("news/c.txt", "A third.");

    material.imported(options -> options.with(new Labels(Map.of(), Map.of(), true)));

    assertThat(material.concepts())
        .extracting(Concept::cluster)
        .containsExactlyInAnyOrder("news/flood", "news/flood", "news");
  }

  @Test
  void ids_are_unique() {
    given("a/x.txt", "One.").with("b/x.txt", "Two.").with("b/x.md", "Three.").imported();

    assertThat(material.concepts())
        .extracting(Concept::id)
        .containsExactlyInAnyOrder("x", "x-2", "x-3");
  }

  @Test
  void hidden_files_readmes_and_unknown_kinds_are_left_out_and_told() {
    given("a/x.txt", "text")
        .with("a/.hidden", "x")
        .with(".git/config", "x")
        .with("a/y.xyz", "x")
        .with("README.md", "x")
        .imported();

    assertThat(material.report().files(Outcome.LEFT_OUT).map(FileReport::file))
        .containsExactlyInAnyOrder("a/.hidden", ".git", "a/y.xyz", "README.md");
    assertThat(material.report().files(Outcome.REFUSED)).isEmpty();
  }

  @Test
  void links_that_lead_out_of_the_folder_are_refused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    given("a/x.txt", "text");
    Files.createSymbolicLink(material.raw().resolve("a/out.txt"), secret);
    Files.createSymbolicLink(material.raw().resolve("a/in.txt"), material.raw().resolve("a/x.txt"));
    Files.createSymbolicLink(material.raw().resolve("a/loop"), material.raw());
    Files.createSymbolicLink(material.raw().resolve("a/nowhere.txt"), folder.resolve("nothing"));

    material.imported();

    assertThat(material.report("a/out.txt").reason())
        .isEqualTo("is a link that leads out of its folder");
    assertThat(material.report("a/nowhere.txt").reason()).isEqualTo("is a link that leads nowhere");
    assertThat(material.report("a/loop").outcome()).isEqualTo(Outcome.LEFT_OUT);
    assertThat(material.concepts())
        .hasSize(1)
        .noneMatch(concept -> concept.context().contains("secret"));
  }

  @Test
  void an_import_replaces_an_earlier_one_whole_and_nothing_else() throws IOException {
    given("a/x.txt", "text").imported();
    Files.delete(material.raw().resolve("a/x.txt"));
    given("a/y.txt", "other").imported();
    assertThat(material.concepts()).extracting(Concept::id).containsExactly("y");

    Files.writeString(material.output().resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> material.imported())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("holds what no import made");
    assertThat(material.output().resolve("mine.txt")).exists();
    assertThat(material.concepts()).hasSize(1);
  }

  @Test
  void where_nothing_is_imported_an_earlier_import_stays() throws IOException {
    given("a/x.txt", "text").imported();
    Files.delete(material.raw().resolve("a/x.txt"));
    given("a/y.txt", "").imported();

    assertThat(material.report().concepts()).isZero();
    assertThat(material.concepts()).extracting(Concept::id).containsExactly("x");
  }

  @Test
  void a_path_that_is_not_there_starts_nothing() {
    assertThatThrownBy(() -> new Material(folder).imported())
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("is not there");
    assertThat(folder.resolve("material")).doesNotExist();
  }

  @Test
  void a_table_is_imported_whole_or_not_at_all() {
    given("a/x.jsonl", "{\"id\":\"p\",\"text\":\"good one\"}\n{\"id\":\"q\",\"text\":")
        .with("b/p.txt", "good one")
        .imported();

    assertThat(material.concepts())
        .extracting(Concept::id, Concept::domain)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("p", "b"));
  }

  @Test
  void an_upload_is_imported_by_itself() throws IOException {
    Upload upload =
        Import.upload(
            "Tale.TXT",
            "A heron.".getBytes(),
            ImportOptions.into(null).with(Labels.NONE.stating(Field.DOMAIN, "tales")));

    assertThat(upload.report().file()).isEqualTo("Tale.TXT");
    assertThat(upload.concepts()).extracting(Concept::context).containsExactly("A heron.");
    Upload bad =
        Import.upload("../../x.zip", new byte[] {'P', 'K', 3, 4}, ImportOptions.into(null));
    assertThat(bad.report().reason()).contains("ZIP archive");
    assertThat(bad.concepts()).isEmpty();
  }
}
