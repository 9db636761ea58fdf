package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportCommandTest extends CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of("studies", "concepts", "dialogues", "turns", "answers", "calls");

  private Path results;
  private Path export;

  @BeforeEach
  void writeResults() throws IOException {
    results = Files.createDirectories(root.resolve("results/tiny"));
    export = results.resolve("export");
    write(
        "summary.json",
        """
        {"study":{"id":"0123","name":"tiny","state":"finished","turns":1},"concepts":2,
         "cells":[{"condition":"dynamic","student":"offline","teacher":"hosted","n":1,
                   "dialogues":2,"failed":1,"curve":[],"calls":2,"cost":0.5}],
         "totals":{"calls":2,"attempts":3,"tokens":{"input":10,"output":5},"cost":0.5}}
        """);
    write(
        "manifest.json",
        """
        {"study":{"id":"0123","name":"tiny"},"study_file":"name: tiny","concepts":{"c1":"h1","c2":"h2"},
         "prompts":{"general":"p"},"models":{"offline":{"model":"offline","fingerprints":["f"]}},
         "versions":{"interact":"1.0","renderer":"chat-1","graders":["letters-1"]}}
        """);
    write(
        "dialogues.jsonl",
        """
        {"study":"tiny","dialogue":"d1","concept":"c1","domain":"news","condition":"dynamic","student":"offline","teacher":"hosted","status":"finished","lesson":null,"turns":[{"turn":1,"question":"=Why?","answer":"So.","confidence":40,"leaks":[]}],"candidates":[],"sheets":[{"kind":"sit","turn":0,"part":0,"sample":0,"draw":0,"text":"1. A"},{"kind":"sit","turn":1,"part":0,"sample":0,"draw":0,"text":"eh"},{"kind":"sit","turn":1,"part":0,"sample":0,"draw":1,"text":"1. B"}]}
        {"study":"tiny","dialogue":"d2","concept":"c2","domain":"images","condition":"dynamic","student":"offline","teacher":"hosted","status":"failed","reason":"The model is not there.","lesson":null,"turns":[{"turn":1,"question":"What?","answer":null}],"candidates":[],"sheets":[]}
        """);
    write(
        "answers.jsonl",
        """
        {"study":"tiny","dialogue":"d1","concept":"c1","turn":0,"item":"i","shown":[1,0],"choice":1,"correct":false,"parsed":true,"status":"finished"}
        {"study":"tiny","dialogue":"d1","concept":"c1","turn":1,"item":"i","shown":[1,0],"choice":0,"correct":true,"parsed":true,"status":"finished"}
        """);
    write(
        "calls.jsonl",
        """
        {"study":"tiny","dialogue":"d1","kind":"QUESTION","turn":1,"call":"k1","model":"offline","attempts":[{"answered":false,"sent":"2026-11-21T08:00:00Z","input_tokens":1,"output_tokens":0,"cost":0.1},{"answered":true,"sent":"2026-11-21T08:00:01.5Z","latency_millis":3,"input_tokens":4,"output_tokens":5,"cost":0.4,"fingerprint":"f"}]}
        {"study":"tiny","dialogue":"d2","kind":"ANSWER","turn":1,"call":"k2","model":"hosted","status":"failed","attempts":[]}
        """);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(results.resolve(name), text);
  }

  private int export(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "export";
    arguments[1] = results.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return interact(arguments);
  }

  private List<JsonNode> rows(String table) throws IOException {
    try (var values =
        JSON.readerFor(JsonNode.class)
            .readValues(export.resolve(table).resolve(table + ".jsonl").toFile())) {
      return values.readAll().stream().map(JsonNode.class::cast).toList();
    }
  }

  private JsonNode log() throws IOException {
    return JSON.readTree(export.resolve("inspect/tiny.json").toFile());
  }

  @Test
  void every_table_is_written_in_every_format() throws IOException {
    assertThat(export()).as(err()).isZero();

    assertThat(TABLES)
        .allSatisfy(
            table ->
                assertThat(export.resolve(table))
                    .isDirectoryContaining("glob:**.parquet")
                    .isDirectoryContaining("glob:**.jsonl")
                    .isDirectoryContaining("glob:**.csv"));
    assertThat(out()).isEqualTo("%s has the tables of %s.\n".formatted(export, results));
    assertThat(err()).contains("dialogues: 2 rows", "inspect: 2 samples");
    assertThat(JSON.readTree(export.resolve("export.json").toFile()).path("rows"))
        .isEqualTo(
            JSON.readTree(
                """
                {"studies":1,"concepts":2,"dialogues":2,"turns":2,"answers":2,"calls":2}"""));
  }

  @Test
  void keys_join_and_attempts_are_summed_up() throws IOException {
    export("--format", "jsonl");

    JsonNode call = rows("calls").getFirst();
    assertThat(call.path("attempts").asInt()).isEqualTo(2);
    assertThat(call.path("input_tokens").asInt()).isEqualTo(5);
    assertThat(call.path("cost").asDouble()).isEqualTo(0.5);
    assertThat(call.path("sent").asText()).isEqualTo("2026-11-21T08:00:01.5Z");
    assertThat(rows("turns").getFirst().path("dialogue").asText()).isEqualTo("d1");
    assertThat(rows("turns").getFirst().path("concept").asText()).isEqualTo("c1");
    assertThat(rows("dialogues")).extracting(row -> row.path("turns").asInt()).containsOnly(1);
    assertThat(rows("studies").getFirst().path("simulated").asBoolean()).isFalse();
  }

  @Test
  void a_failed_dialogue_has_its_reason_and_no_score() throws IOException {
    export("--format", "jsonl");

    assertThat(rows("dialogues").get(1).path("reason").asText())
        .isEqualTo("The model is not there.");
    JsonNode sample = log().path("samples").get(1);
    assertThat(sample.path("error").path("message").asText()).isEqualTo("The model is not there.");
    assertThat(sample.has("scores")).isFalse();
    assertThat(log().path("results").path("total_samples").asInt()).isEqualTo(2);
    assertThat(log().path("results").path("completed_samples").asInt()).isEqualTo(1);
  }

  @Test
  void a_sample_is_the_chat_of_its_student_with_the_last_quiz() throws IOException {
    export("--format", "jsonl");

    JsonNode sample = log().path("samples").get(0);
    assertThat(sample.path("messages"))
        .extracting(message -> message.path("content").asText())
        .containsExactly("=Why?", "So.", "1. B");
    assertThat(sample.path("scores").path("quiz").path("value").asDouble()).isEqualTo(1);
    assertThat(sample.path("scores").path("items").path("value").path("i").asDouble()).isEqualTo(1);
    assertThat(sample.path("metadata").path("accuracy_by_turn"))
        .isEqualTo(JSON.readTree("{\"0\":0.0,\"1\":1.0}"));
    assertThat(sample.path("model_usage").path("offline").path("total_tokens").asInt())
        .isEqualTo(10);
    assertThat(log().path("stats").path("started_at").asText()).isEqualTo("2026-11-21T08:00:00Z");
  }

  @Test
  void without_their_file_concepts_are_those_of_the_dialogues() throws IOException {
    export("--format", "jsonl");

    assertThat(rows("concepts"))
        .extracting(
            row -> row.path("concept").asText(),
            row -> row.path("domain").asText(),
            row -> row.path("hash").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("c1", "news", "h1"),
            org.assertj.core.groups.Tuple.tuple("c2", "images", "h2"));
    assertThat(export.resolve("README.md"))
        .content()
        .contains("The results name neither licences nor sources of the concepts.");
  }

  @Test
  void texts_and_images_are_concepts() throws IOException {
    write(
        "concepts.jsonl",
        """
        {"id":"c1","domain":"news","title":"T","context":"Long.","quiz":[{"id":"i","question":"Q?","options":["a","b"],"answer":0}],"source":"a | b\\nc","licence":"CC0-1.0"}
        {"id":"c2","domain":"images","title":"I","image":{"media_type":"image/png","hash":"ff"},"quiz":[]}
        """);

    export("--format", "jsonl");

    JsonNode text = rows("concepts").getFirst();
    assertThat(text.path("medium").asText()).isEqualTo("text");
    assertThat(JSON.readTree(text.path("quiz").asText()).get(0).path("id").asText()).isEqualTo("i");
    JsonNode image = rows("concepts").getLast();
    assertThat(image.path("medium").asText()).isEqualTo("image");
    assertThat(image.path("context").isNull()).isTrue();
    assertThat(image.path("image_hash").asText()).isEqualTo("ff");
    assertThat(export.resolve("README.md"))
        .content()
        .contains("| news | CC0-1.0 | a \\| b c | 1 |", "| images | not stated | not stated | 1 |");
  }

  @Test
  void the_card_names_the_files_of_the_best_format() throws IOException {
    export("--format", "csv,jsonl");

    assertThat(export.resolve("README.md"))
        .content()
        .startsWith("---\npretty_name: \"tiny\"\n")
        .contains(
            "- config_name: answers\n  data_files: answers/*.jsonl\n  default: true\n",
            "The offline models are simulated",
            "p`",
            "letters-1",
            "@misc{tiny,");
    assertThat(export.resolve("answers/answers.parquet")).doesNotExist();
  }

  @Test
  void a_study_without_dialogues_has_empty_tables() throws IOException {
    for (String name : List.of("dialogues", "answers", "calls")) {
      write(name + ".jsonl", "");
    }

    assertThat(export()).as(err()).isZero();

    assertThat(rows("answers")).isEmpty();
    assertThat(log().path("samples")).isEmpty();
    assertThat(log().path("results").path("scores").get(0).path("metrics")).isEmpty();
  }

  @Test
  void it_is_written_anew_and_what_else_is_there_stays() throws IOException {
    export();
    Files.writeString(export.resolve("notes.txt"), "mine");

    assertThat(export("--format", "parquet")).isZero();

    assertThat(export.resolve("notes.txt")).hasContent("mine");
    assertThat(export.resolve("answers")).isDirectoryNotContaining("glob:**.csv");
  }

  @Test
  void a_folder_of_others_is_left_alone_unless_forced() throws IOException {
    Path mine = Files.createDirectories(root.resolve("mine"));
    Files.writeString(mine.resolve("README.md"), "mine");

    assertThat(export("--to", mine.toString())).isEqualTo(2);
    assertThat(err()).contains("no export wrote it").contains("--force");
    assertThat(mine.resolve("README.md")).hasContent("mine");

    assertThat(export("--to", mine.toString(), "--force")).isZero();
    assertThat(mine.resolve("export.json")).exists();
  }

  @Test
  void what_fails_leaves_an_earlier_export_as_it_was() throws IOException {
    export();
    write("calls.jsonl", "{\"dialogue\":\"d1\",\"attempts\":[],\"turn\":\"one\"}");

    assertThat(export()).isEqualTo(2);

    assertThat(err())
        .endsWith(results.resolve("calls.jsonl") + ", line 1, turn: must be a whole number.\n");
    assertThat(rows("calls")).hasSize(2);
    try (var files = Files.list(results)) {
      assertThat(files).noneMatch(file -> file.toString().contains("unfinished"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../evil", "", ".", "a/b"})
  void a_name_that_leads_elsewhere_is_refused(String name) throws IOException {
    Path summary = results.resolve("summary.json");
    Files.writeString(
        summary, Files.readString(summary).replace("\"tiny\"", JSON.writeValueAsString(name)));

    assertThat(export()).isEqualTo(2);
    assertThat(err()).endsWith("study.name is no name of a study.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          export nowhere                 | nowhere is no folder of results: it has no summary.json.
          export results --format xml    | Invalid value for option '--format' (FORMAT): must be parquet, jsonl or csv, not 'xml'
          """)
  void a_wrong_command_gets_one_sentence(String line, String sentence) {
    assertThat(interact(line.split(" "))).isEqualTo(2);
    assertThat(err()).startsWith(sentence).hasLineCount(1);
  }
}
