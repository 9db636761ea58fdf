package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RunCommandTest extends CommandTest {
  private static final String STUDY = "/api/studies/" + StubOrchestrator.ID;

  private Path results(String name) {
    return root.resolve("results").resolve(name);
  }

  @Test
  void a_study_is_uploaded_submitted_awaited_printed_and_written() {
    assertThat(run()).as(err()).isZero();

    assertThat(orchestrator.requests())
        .containsExactly(
            "POST /api/concepts",
            "POST /api/studies",
            "GET " + STUDY,
            "GET " + STUDY + "/summary",
            "GET " + STUDY + "/answers",
            "GET " + STUDY + "/dialogues",
            "GET " + STUDY + "/concepts",
            "GET " + STUDY + "/calls",
            "GET " + STUDY + "/audit",
            "GET " + STUDY + "/manifest");
    assertThat(out()).contains("closed-book", "25.00", "The offline models are simulated");
    assertThat(err()).contains("Results are in " + results("tiny") + ".");
    assertThat(results("tiny"))
        .isDirectoryContaining("glob:**/summary.json")
        .isDirectoryContaining("glob:**/answers.jsonl")
        .isDirectoryContaining("glob:**/dialogues.jsonl")
        .isDirectoryContaining("glob:**/manifest.json");
    assertThat(results("tiny").resolve("report.md"))
        .content()
        .contains("| closed-book | offline |", "name: tiny # with a comment", StubOrchestrator.ID);
    assertThat(root.resolve("results").toFile().list()).containsExactly("tiny");
  }

  @Test
  void people_are_given_links_to_their_seats() throws IOException {
    study("human");
    String seats = "GET /api/seats?study=%s&limit=500&cursor=".formatted(StubOrchestrator.ID);
    String seat =
        """
        {"concept_id":"c1","arm":{"condition":"%s"},"seed":%s,"link":"/seat/%s","state":"%s"}
        """;
    orchestrator
        .answering(
            seats + "0",
            200,
            "{\"items\":[%s,%s],\"next\":\"7\"}"
                .formatted(
                    seat.formatted("dynamic", 1, "one", "asked"),
                    seat.formatted("dynamic", 2, "over", "done")))
        .answering(
            seats + "7",
            200,
            "{\"items\":[%s],\"next\":null}"
                .formatted(seat.formatted("closed-book", null, "two", "waiting")));

    assertThat(run()).as(err()).isZero();

    assertThat(err())
        .contains(
            "People are students here. Give each person one link, in secret:",
            "  " + orchestrator.url() + "/seat/one  (c1, dynamic, seed 1)",
            "  " + orchestrator.url() + "/seat/two  (c1, closed-book)")
        .doesNotContain("/seat/over");
  }

  @Test
  void a_report_has_a_section_for_each_kind_of_experiment_and_no_other() {
    run();
    assertThat(results("tiny").resolve("report.md"))
        .content()
        .doesNotContain("## Pass@k", "## Reported half", "## Turns", "## Retests");

    orchestrator.answering("GET " + STUDY + "/summary", 200, experiments());
    run();
    assertThat(results("tiny").resolve("report.md"))
        .content()
        .contains(
            "## Reported half",
            "| dynamic | offline | offline | - | ask-or-stop | 50.00 | 0.00 | -50.00 | - | 1 |",
            "## Pass@k",
            "| dynamic | offline | offline | - | ask-or-stop | 5 | 80.00 | 76.27 | 5 | 1 |",
            "## Turns",
            "| dynamic | offline | offline | - | ask-or-stop | 0.50 | 1 | 50.00 | 1 |",
            "## Retests",
            "| offline | 40 | 1 | 2.50 |");
  }

  private static String experiments() {
    return """
    {"study":{"id":"%s","name":"tiny","state":"finished","turns":1},"concepts":1,
     "cells":[{"condition":"dynamic","student":"offline","teacher":"offline","lesson_author":null,
       "quiz_mode":"sheet","strategy":"ask-or-stop","style":"full","from":null,"framing":null,
       "at":null,"n":1,"dialogues":2,"failed":0,"turns":0.5,
       "curve":[{"turn":0,"n":1,"accuracy":0.25},{"turn":1,"n":1,"accuracy":0.5}],
       "reported_half":[{"turn":0,"n":1,"accuracy":0.5},{"turn":1,"n":1,"accuracy":0}],
       "pass_at":[{"turn":0,"k":5,"samples":5,"pass":0.8,"chance":0.7627}],
       "gain":0.25,"calls":1,"tokens":{"input":10,"output":2},"cost":0}],
     "flips":[{"model":"offline","items":40,"flipped":1}],
     "totals":{"calls":10,"attempts":11,"tokens":{"input":1000,"output":200},"cost":0.5},
     "failures":[]}
    """
        .formatted(StubOrchestrator.ID);
  }

  @Test
  void content_is_sent_and_no_path_to_it() {
    run();

    assertThat(orchestrator.bodies().get(0)).contains("MARKED CONTEXT");
    assertThat(orchestrator.bodies().get(1))
        .contains("\"name\":\"tiny\"", "with a comment", "\"general\"", "\"news\"")
        .doesNotContain("MARKED CONTEXT", root.toString());
  }

  @Test
  void with_json_the_summary_alone_is_on_stdout() throws IOException {
    assertThat(run("--json")).isZero();

    assertThat(new ObjectMapper().readTree(out()))
        .isEqualTo(new ObjectMapper().readTree(StubOrchestrator.summary(StubOrchestrator.ID)));
    assertThat(results("tiny").resolve("summary.json")).content().isEqualTo(out());
  }

  @Test
  void concepts_go_in_requests_of_a_bearable_size() throws IOException {
    String line = Files.readString(root.resolve("tiny.jsonl"));
    String large = line.replace("MARKED", "x".repeat(5_000_000));
    Files.writeString(
        root.resolve("tiny.jsonl"), large + large.replace("c1", "c2") + line.replace("c1", "c3"));

    run();

    assertThat(orchestrator.requests()).startsWith("POST /api/concepts", "POST /api/concepts");
    assertThat(orchestrator.requests()).element(2).isEqualTo("POST /api/studies");
    assertThat(orchestrator.bodies().get(1)).contains("c2", "c3");
  }

  @Test
  void a_study_that_is_finished_already_is_only_fetched() {
    orchestrator.answering("POST /api/studies", 200, StubOrchestrator.status("finished", 2, 0));

    assertThat(run()).isZero();

    assertThat(orchestrator.requests()).doesNotContain("GET " + STUDY);
    assertThat(err()).contains("It is finished already", "give it another name and fresh: true.");
  }

  @Test
  void a_fresh_study_that_is_finished_is_run_anew_under_another_name() throws IOException {
    Files.writeString(studyFile(), Files.readString(studyFile()) + "\nfresh: true\n");
    orchestrator.answering("POST /api/studies", 200, StubOrchestrator.status("finished", 2, 0));

    assertThat(run()).isZero();

    assertThat(err()).contains("To ask its models anew once more, give it another name.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 1 of 2 dialogues failed: The model is not there. (1x)
          2 | All 2 dialogues failed: The model is not there. (2x)
          """)
  void failed_dialogues_are_told_with_their_reasons(int failed, String sentence) {
    orchestrator.answering(
        "GET " + STUDY, 200, StubOrchestrator.status("finished", 2 - failed, failed));

    assertThat(run()).isEqualTo(3);

    assertThat(err()).contains(sentence);
    assertThat(results("tiny")).exists();
  }

  @Test
  void a_folder_of_another_study_of_the_same_name_is_left_alone() throws IOException {
    Files.createDirectories(results("tiny"));
    Files.writeString(
        results("tiny").resolve("summary.json"), StubOrchestrator.summary("f".repeat(32)));
    Files.createDirectories(results("tiny-2"));

    assertThat(run()).isZero();

    assertThat(results("tiny").resolve("report.md")).doesNotExist();
    assertThat(results("tiny-2")).isEmptyDirectory();
    assertThat(results("tiny-3").resolve("report.md")).exists();
    assertThat(err()).contains("Results are in " + results("tiny-3") + ".");
  }

  @Test
  void a_folder_of_the_same_study_is_written_anew_and_keeps_what_the_user_put_there()
      throws IOException {
    run();
    Files.writeString(results("tiny").resolve("notes.txt"), "mine");
    Files.writeString(results("tiny").resolve("report.md"), "old");

    run();

    assertThat(results("tiny").resolve("notes.txt")).hasContent("mine");
    assertThat(results("tiny").resolve("report.md")).content().startsWith("# tiny");
    assertThat(root.resolve("results").toFile().list()).containsExactly("tiny");
  }

  @Test
  void an_orchestrator_that_is_away_for_a_moment_is_waited_for() {
    orchestrator
        .answering("GET " + STUDY, 503, "")
        .then("GET " + STUDY, 200, StubOrchestrator.status("running", 1, 0))
        .then("GET " + STUDY, 200, StubOrchestrator.status("finished", 2, 0));

    assertThat(run()).isZero();

    assertThat(err()).contains("Trying again for 5 minutes.");
  }

  @Test
  void what_the_orchestrator_refuses_is_wrong_input() {
    orchestrator.answering(
        "POST /api/studies",
        400,
        """
        {"title":"Bad request","status":400,"detail":"Two things are wrong.",
         "errors":[{"field":"students","message":"There is no model alias 'x'."},
                   {"field":"","message":"Try again."}]}
        """);

    assertThat(run()).isEqualTo(2);

    assertThat(err()).endsWith("students: There is no model alias 'x'.\nTry again.\n");
    assertThat(out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"title\":\"Oh\",\"detail\":\"It broke.\"}', It broke.",
    "<html>, HTTP status 500"
  })
  void what_breaks_there_is_unexpected(String body, String sentence) {
    orchestrator.answering("POST /api/studies", 500, body);

    assertThat(run()).isEqualTo(1);

    assertThat(err()).contains(sentence).doesNotContain("Exception");
  }

  @Test
  void an_interrupt_pauses_the_study() throws InterruptedException {
    orchestrator.answering("GET " + STUDY, 200, StubOrchestrator.status("running", 0, 0));
    AtomicInteger exitCode = new AtomicInteger();
    Thread command = Thread.ofPlatform().start(() -> exitCode.set(run()));
    while (!orchestrator.requests().contains("GET " + STUDY)) {
      Thread.onSpinWait();
    }

    command.interrupt();
    command.join();

    assertThat(exitCode).hasValue(130);
    assertThat(orchestrator.requests()).last().isEqualTo("POST " + STUDY + "/pause");
    assertThat(err()).contains("The same command goes on: interact run " + studyFile());
    assertThat(results("tiny")).doesNotExist();
  }

  @Test
  void a_cancelled_study_is_not_waited_for_and_gives_what_it_has() {
    orchestrator.answering("POST /api/studies", 200, StubOrchestrator.status("cancelled", 1, 0));

    assertThat(run()).isEqualTo(3);

    assertThat(orchestrator.requests()).doesNotContain("GET " + STUDY);
    assertThat(out()).contains("Partial results: the study is cancelled; 1 of its 2 dialogues are");
    assertThat(err())
        .contains("Study tiny (01234567) is cancelled. To go on all the same: interact resume 0123")
        .doesNotContain("--retry");
    assertThat(results("tiny").resolve("report.md"))
        .content()
        .contains("Partial results: the study is cancelled", "2026-11-21T08:00:00Z, cancelled.");
  }

  @Test
  void a_study_that_is_cancelled_meanwhile_is_not_waited_for() {
    orchestrator.answering("GET " + STUDY, 200, StubOrchestrator.status("cancelled", 0, 1));

    assertThat(run()).isEqualTo(3);

    assertThat(err()).contains("is cancelled", "1 of 2 dialogues failed");
  }

  @ParameterizedTest
  @CsvSource({"'', interact budget 01234567", "'budget: {usd: 5}', budget in tiny.yaml"})
  void a_study_whose_cap_is_reached_is_not_waited_for(String budget, String cap)
      throws IOException {
    Files.writeString(studyFile(), Files.readString(studyFile()) + budget + "\n");
    orchestrator.answering(
        "GET " + STUDY,
        200,
        StubOrchestrator.status("paused", 1, 0, "\"reason\":\"The cap of $5.00 is reached.\""));

    assertThat(run()).isEqualTo(5);

    assertThat(out()).contains("Partial results: the study is paused; 1 of its 2 dialogues are");
    assertThat(err())
        .contains(
            "Study tiny (01234567) is paused: The cap of $5.00 is reached.",
            "raise the cap (" + cap.replace("tiny.yaml", studyFile().toString()) + "; an owner's:")
        .doesNotContain("Somebody paused");
  }

  @Test
  void a_study_that_somebody_paused_is_waited_for() {
    orchestrator
        .answering("GET " + STUDY, 200, StubOrchestrator.status("paused", 1, 0))
        .then("GET " + STUDY, 200, StubOrchestrator.status("running", 1, 0))
        .then("GET " + STUDY, 200, StubOrchestrator.status("finished", 2, 0));

    assertThat(run()).isZero();

    assertThat(err()).contains("Somebody paused the study; waiting for it to be resumed.");
    assertThat(out()).doesNotContain("Partial");
  }

  @Test
  void what_a_study_waits_for_is_told_once_while_it_lasts() {
    String limited = "\"waiting\":[\"big is asked for less.\"]";
    String both = "\"waiting\":[\"big is asked for less.\",\"No teacher lives.\"]";
    orchestrator
        .answering("GET " + STUDY, 200, StubOrchestrator.status("running", 0, 0, limited))
        .then("GET " + STUDY, 200, StubOrchestrator.status("running", 0, 0, both))
        .then("GET " + STUDY, 200, StubOrchestrator.status("running", 0, 0))
        .then("GET " + STUDY, 200, StubOrchestrator.status("running", 0, 0, limited))
        .then("GET " + STUDY, 200, StubOrchestrator.status("finished", 2, 0));

    run();

    assertThat(err().lines())
        .containsSubsequence(
            "big is asked for less.", "No teacher lives.", "big is asked for less.")
        .filteredOn(line -> line.startsWith("big") || line.startsWith("No teacher"))
        .hasSize(3);
  }

  @Test
  void nothing_is_sent_of_a_wrong_study() throws IOException {
    Files.writeString(studyFile(), "name: tiny\nturns: 0\n");

    assertThat(run()).isEqualTo(2);

    assertThat(orchestrator.requests()).isEmpty();
    assertThat(err()).contains(studyFile() + ", line 2, turns: must be at least 1; found 0.");
  }

  @Test
  void nothing_is_sent_of_a_wrong_concept_file() throws IOException {
    Files.writeString(root.resolve("tiny.jsonl"), "\n{]\n");

    assertThat(run()).isEqualTo(2);

    assertThat(orchestrator.requests()).isEmpty();
    assertThat(err()).contains("tiny.jsonl, line 2: is not valid JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nobody | There is no model alias 'nobody' in the registry; it has hosted, offline.
          hosted | Model alias 'hosted' needs an API key in the environment variable BIG_KEY, which is not set.
          """)
  void a_model_that_cannot_be_called_is_told_before_anything_starts(String alias, String sentence)
      throws IOException {
    study(alias);

    assertThat(interact("run", studyFile().toString())).isEqualTo(2);

    assertThat(err()).isEqualTo(sentence + "\n");
  }

  @Test
  void services_that_run_elsewhere_judge_the_models_themselves() throws IOException {
    study("hosted");

    assertThat(run()).isZero();
  }

  @Test
  void an_address_where_nobody_answers_is_told() {
    orchestrator.close();

    assertThat(run()).isEqualTo(4);

    assertThat(err()).contains("No orchestrator answers at " + orchestrator.url() + ".");
  }
}
