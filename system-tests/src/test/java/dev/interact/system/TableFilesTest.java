package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that the API hands out are those that are exported from the results. */
class TableFilesTest {
  private static final List<String> RESULTS =
      List.of("answers", "dialogues", "calls", "concepts", "summary", "manifest");
  private static final List<String> TABLES =
      List.of("studies", "concepts", "dialogues", "turns", "answers", "calls");

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static String study;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            Files.createDirectories(folder.resolve("stack")),
            stub.model("told", stub.answers(Duration.ZERO)));
    study =
        stack.api.submit(
            Stack.study(
                "tabled", "told", Map.of("conditions", "[closed-book, dynamic]", "turns", "2")),
            Concepts.some(3));
    stack.api.awaitFinished(study);
    Path results = Files.createDirectories(folder.resolve("results"));
    for (String name : RESULTS) {
      boolean isWhole = name.equals("summary") || name.equals("manifest");
      String accepted = isWhole ? "application/json" : "application/x-ndjson";
      Files.write(
          results.resolve(name + (isWhole ? ".json" : ".jsonl")), get(name, accepted).body());
    }
    Cli.Ended exported =
        new Cli(folder).run("export", results.toString(), "--to", exported().toString());
    assertThat(exported.exitCode()).as(exported.err()).isZero();
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static Path exported() {
    return folder.resolve("exported");
  }

  private static HttpResponse<byte[]> get(String path, String accepted)
      throws IOException, InterruptedException {
    URI uri = stack.local.orchestrator().resolve("/api/studies/" + study + "/" + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(uri).header("Accept", accepted).build(),
          BodyHandlers.ofByteArray());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "jsonl", "parquet"})
  void every_table_is_byte_by_byte_the_exported_one(String format)
      throws IOException, InterruptedException {
    for (String table : TABLES) {
      String name = table + "." + format;
      HttpResponse<byte[]> answer = get("tables/" + name, "*/*");

      assertThat(answer.statusCode()).as(name).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-disposition"))
          .hasValue("attachment; filename=\"tabled-%s\"".formatted(name));
      byte[] file = Files.readAllBytes(exported().resolve(table).resolve(name));
      assertThat(answer.body()).as(name).isNotEmpty().isEqualTo(file);
    }
  }

  @Test
  void a_table_has_a_line_for_every_row() throws IOException, InterruptedException {
    String csv = new String(get("tables/studies.csv", "*/*").body(), StandardCharsets.UTF_8);
    String turns = new String(get("tables/turns.jsonl", "*/*").body(), StandardCharsets.UTF_8);

    assertThat(csv).startsWith("study,id,state,").contains("tabled," + study + ",finished");
    assertThat(turns.lines()).hasSize(3 * 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          marks.csv    | studies, concepts, dialogues, turns, answers, calls
          answers.xlsx | parquet, jsonl, csv
          """)
  void what_there_is_not_is_told_with_what_there_is(String file, String there)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = get("tables/" + file, "*/*");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("there are " + there);
  }
}
