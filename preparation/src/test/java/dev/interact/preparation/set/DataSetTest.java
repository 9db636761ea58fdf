package dev.interact.preparation.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Json;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.result.Prepared.Exam;
import dev.interact.preparation.result.Prepared.Score;
import dev.interact.preparation.set.SetManifest.Domain;
import dev.interact.preparation.set.SetManifest.GateCounts;
import dev.interact.preparation.set.SetManifest.LeftOut;
import dev.interact.preparation.set.SetManifest.Terms;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  private DataSet few() {
    return SampleMades.write(folder, SampleMades.few());
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    try (var values = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
      return values.readAll().stream().map(JsonNode.class::cast).toList();
    }
  }

  @Test
  void its_concepts_are_those_that_were_made_and_have_a_quiz() {
    List<Concept> read = ConceptFiles.read(few().concepts());

    assertThat(read).extracting(Concept::id).containsExactly("ford", "harbour");
    List<Made> made = SampleMades.few();
    for (int i = 0; i < read.size(); i++) {
      assertThat(read.get(i)).isEqualTo(made.get(i).prepared().concept());
    }
  }

  @Test
  void lessons_and_dropped_items_have_lines_of_their_own() throws IOException {
    DataSet set = few();

    assertThat(lines(set.folder().resolve("lessons.jsonl")))
        .singleElement()
        .isEqualTo(
            JSON.readTree(
                """
                {"concept":"ford","author":"author","text":"A heron  keeps\\na ford.","words":5}"""));
    assertThat(lines(set.dropped()))
        .extracting(
            line -> line.path("concept").asText(),
            line -> line.path("round").asInt(),
            line -> line.path("reason").asText(),
            line -> line.path("item").path("id").asText("-"))
        .containsExactly(
            tuple("ford", 0, "The reply is no JSON.", "-"),
            tuple("ford", 0, "Two options are the same.", "e2"),
            tuple("ford", 0, "Known.", "e2"),
            tuple("ford", 1, "Unclear.", "m2"),
            tuple("mill", 0, "No.", "h1"));
  }

  @Test
  void it_says_what_became_of_every_item_and_concept() {
    SetManifest manifest = few().manifest();

    assertThat(manifest.domains())
        .containsExactly(
            domain("images", 1, 0, 0, 1, 0, 0, 8, new GateCounts(0, 1, 0, 1, 0, 0, 0, 0, 1)),
            domain("news", 0, 0, 1, 0, 0, 0, 0, new GateCounts(0, 0, 0, 0, 0, 0, 0, 0, 0)),
            domain("tales", 1, 1, 0, 1, 1, 0, 7, new GateCounts(1, 6, 1, 5, 1, 1, 2, 0, 2)));
    assertThat(manifest.closedBook())
        .containsExactly(
            new Exam("filter", new Score(6, 18, 1), new Score(1, 9, 0), new Score(3, 9, 0)));
    assertThat(manifest.terms())
        .containsExactly(new Terms("CC0-1.0", null, 1), new Terms("CC0-1.0", "written here", 1));
    assertThat(manifest.leftOut())
        .extracting(LeftOut::concept, LeftOut::failed, LeftOut::reason)
        .containsExactly(
            tuple("mill", false, "None of its items passed."),
            tuple("gone", true, "The model 'author' is not there."));
    assertThat(manifest.models()).isEqualTo(Map.of("author", "big-1", "filter", "small-1"));
    assertThat(manifest.items()).isEqualTo(3);
    assertThat(manifest.concepts()).isEqualTo(2);
  }

  private static Domain domain(
      String name,
      int concepts,
      int leftOut,
      int failed,
      int easy,
      int medium,
      int hard,
      int missing,
      GateCounts gates) {
    Map<String, Integer> levels = Map.of("easy", easy, "medium", medium, "hard", hard);
    return new Domain(name, concepts, leftOut, failed, levels, missing, gates);
  }

  @Test
  void the_same_content_is_the_same_bytes_and_is_written_once() throws IOException {
    DataSet first = few();
    DataSet elsewhere = SampleMades.write(folder.resolve("elsewhere"), SampleMades.few());
    DataSet again = few();

    assertThat(again.folder()).isEqualTo(first.folder());
    assertThat(first.folder()).hasFileName("tales-" + first.manifest().version());
    assertThat(first.manifest().content()).startsWith(first.manifest().version());
    assertThat(first.manifest().version()).matches("[0-9a-f]{12}");
    for (Path file : files(first.folder())) {
      Path other = elsewhere.folder().resolve(first.folder().relativize(file));
      assertThat(other).hasSameBinaryContentAs(file);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).as("nothing unfinished is left").hasSize(2);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void it_may_be_sent_and_fields_of_material_may_stand_in_another_order() {
    List<Made> sent = new ArrayList<>();
    for (Made made : SampleMades.few()) {
      String json = new String(Json.write(made), StandardCharsets.UTF_8);
      String other = json.replace("{\"y\":1,\"x\":[2]}", "{\"x\":[2],\"y\":1}");
      assertThat(other.equals(json)).isEqualTo(!made.id().equals("ford"));
      sent.add(Json.read(other.getBytes(StandardCharsets.UTF_8), Made.class));
    }

    assertThat(SampleMades.write(folder, sent).reference()).isEqualTo(few().reference());
  }

  @Test
  void other_content_is_another_version() {
    List<Made> fewer = SampleMades.few().subList(0, 3);

    assertThat(SampleMades.write(folder, fewer).reference()).isNotEqualTo(few().reference());
  }

  @Test
  void every_changed_byte_is_found() throws IOException {
    DataSet set = few();
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (Path file : files(set.folder())) {
      if (file.endsWith("README.md")) {
        continue;
      }
      byte[] good = Files.readAllBytes(file);
      boolean small = good.length < 3000;
      for (int i = 0; i < (small ? good.length : 1500); i++) {
        byte[] bad = good.clone();
        int at = small ? i : random.nextInt(good.length);
        bad[at] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, bad);
        assertThatThrownBy(() -> DataSet.read(set.folder()).verify())
            .as("%s, byte %d", file, at)
            .isInstanceOf(InvalidInput.class)
            .hasMessageContaining(file.getFileName().toString());
      }
      Files.write(file, good);
    }
    DataSet.read(set.folder()).verify();
  }

  @Test
  void fields_of_a_manifest_in_another_order_are_found() throws IOException {
    DataSet set = few();
    Path file = set.folder().resolve("set.json");
    ObjectNode tree = (ObjectNode) JSON.readTree(file.toFile());
    tree.set("version", tree.remove("version"));
    Files.write(file, SetJson.page(tree));

    assertThatThrownBy(() -> DataSet.read(set.folder())).hasMessageContaining("was changed");
  }

  @Test
  void a_missing_file_and_one_too_many_are_found_and_hidden_ones_are_not() throws IOException {
    DataSet set = few();
    Files.delete(set.dropped());
    Files.writeString(set.folder().resolve("more.jsonl"), "");
    Files.writeString(set.folder().resolve(".DS_Store"), "");
    Files.writeString(set.folder().resolve("README.md"), "Anything.");

    assertThat(set.problems())
        .extracting(problem -> problem.sentence().replace(folder.toString(), ""))
        .containsExactly(
            "/%s/dropped.jsonl: is missing.".formatted(set.folder().getFileName()),
            "/%s/more.jsonl: is no part of the data set.".formatted(set.folder().getFileName()));
  }

  @Test
  void what_is_no_data_set_is_told() throws IOException {
    assertThatThrownBy(() -> DataSet.read(folder)).hasMessageContaining("has no set.json");
    Files.writeString(folder.resolve("set.json"), "{\"a\":1}");
    assertThatThrownBy(() -> DataSet.read(folder)).hasMessageContaining("has no interact_set");
    Files.writeString(folder.resolve("set.json"), "{");
    assertThatThrownBy(() -> DataSet.read(folder)).hasMessageContaining("not valid JSON");
    Files.writeString(folder.resolve("set.json"), "{\"interact_set\":2}");
    assertThatThrownBy(() -> DataSet.read(folder)).hasMessageContaining("later version");
  }

  @Test
  void a_manifest_that_is_sealed_and_leads_elsewhere_is_refused() throws IOException {
    DataSet set = few();
    Path file = set.folder().resolve("set.json");
    ObjectNode tree = (ObjectNode) JSON.readTree(file.toFile());
    tree.withObject("files").set("../../secret", tree.at("/files/concepts.jsonl"));
    Files.write(file, SetJson.page(Seal.put(tree)));

    assertThatThrownBy(() -> DataSet.read(set.folder()))
        .hasMessageContaining("is no manifest that Interact writes");
  }

  @Test
  void a_changed_set_is_not_taken_for_the_one_that_is_made() throws IOException {
    DataSet set = few();
    Files.writeString(set.concepts(), "");

    assertThatThrownBy(this::few).hasMessageContaining("concepts.jsonl: was changed");
  }

  @Test
  void nothing_is_left_where_making_fails() throws IOException {
    List<Made> twice = List.of(SampleMades.few().get(3), SampleMades.few().get(3));

    assertThatThrownBy(() -> SampleMades.write(folder.resolve("sets"), twice))
        .hasMessage("The concept 'gone' came twice.");
    try (Stream<Path> left = Files.list(folder.resolve("sets"))) {
      assertThat(left).isEmpty();
    }
  }
}
