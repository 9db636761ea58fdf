package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherCommandsTest extends CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void a_valid_study_is_counted() throws IOException {
    assertThat(interact("validate", studyFile().toString())).isZero();
    assertThat(out())
        .contains("is valid: 1 concepts x 1 cells = 1 dialogues, at most 1 model calls.");
  }

  @Test
  void a_valid_study_is_counted_in_json() throws IOException {
    interact("validate", "--json", studyFile().toString());

    assertThat(JSON.readTree(out()))
        .isEqualTo(
            JSON.readTree(
                """
                {"valid":true,"concepts":1,"cells":1,"dialogues":1,"calls_at_most":1}"""));
  }

  @Test
  void problems_are_told_in_json_too() throws IOException {
    study("nobody");

    assertThat(interact("validate", "--json", studyFile().toString())).isEqualTo(2);

    JsonNode result = JSON.readTree(out());
    assertThat(result.path("valid").asBoolean()).isFalse();
    assertThat(result.path("problems").get(0).path("message").asText())
        .startsWith("There is no model alias 'nobody'");
    assertThat(err()).startsWith("There is no model alias 'nobody'");
  }

  @Test
  void a_key_that_is_set_is_enough() throws IOException {
    study("hosted");
    environment.put("BIG_KEY", "k");

    assertThat(interact("validate", studyFile().toString())).isZero();
  }

  @Test
  void studies_are_listed() {
    orchestrator.answering(
        "GET /api/studies?limit=500",
        200,
        StubOrchestrator.page(StubOrchestrator.status("running", 1, 0)));

    assertThat(interact("studies", "--url", orchestrator.url())).isZero();

    assertThat(out()).contains("tiny", "01234567", "running", "$0.50");
  }

  @Test
  void all_pages_of_a_list_are_read_in_their_order() throws IOException {
    String list = "GET /api/studies?limit=500";
    orchestrator
        .answering(list, 200, StubOrchestrator.page(named("first") + "," + named("second"), "a b"))
        .answering(list + "&cursor=a b", 200, StubOrchestrator.page(named("third"), "c"))
        .answering(list + "&cursor=c", 200, StubOrchestrator.page(named("fourth")));

    assertThat(interact("studies", "--json", "--url", orchestrator.url())).isZero();

    assertThat(JSON.readTree(out()).findValuesAsText("name"))
        .containsExactly("first", "second", "third", "fourth");
    assertThat(orchestrator.requests()).endsWith(list, list + "&cursor=a b", list + "&cursor=c");
  }

  private static String named(String name) {
    return StubOrchestrator.status("finished", 2, 0).replace("\"tiny\"", '"' + name + '"');
  }

  @Test
  void no_studies_are_an_empty_list() throws IOException {
    orchestrator.answering("GET /api/studies?limit=500", 200, StubOrchestrator.page(""));

    interact("studies", "--json", "--url", orchestrator.url());

    assertThat(JSON.readTree(out())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"tiny, 0", "0123, 0", "other, 2"})
  void a_study_is_found_by_its_name_or_the_beginning_of_its_id(String study, int exitCode) {
    orchestrator.answering(
        "GET /api/studies?limit=500",
        200,
        StubOrchestrator.page(StubOrchestrator.status("running", 0, 1)));

    assertThat(interact("status", study, "--url", orchestrator.url())).isEqualTo(exitCode);

    assertThat(out() + err())
        .contains(
            exitCode == 0
                ? "1 of 2 dialogues failed: The model is not there. (1x)"
                : "There is no study 'other'; interact studies lists all.");
  }

  @Test
  void without_a_study_the_status_is_what_runs() throws IOException {
    orchestrator
        .answering(
            "GET /api/studies?limit=500",
            200,
            StubOrchestrator.page(StubOrchestrator.status("paused", 0, 0)))
        .answering("GET /api/workers", 200, "[{},{},{}]");

    interact("status", "--url", orchestrator.url());
    assertThat(out()).contains("with 3 workers; 1 studies are not finished.", "paused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run                       | 2 | Missing required parameter: 'FILE' (see interact run --help)
          run no.yaml               | 2 | no.yaml: there is no such file.
          run no.yaml --prot 1      | 2 | Unknown option
          run --port x no.yaml      | 2 | Invalid value for option '--port'
          status --url nonsense     | 2 | --url must be an address such as http://host:8080, not nonsense.
          rnu no.yaml               | 2 | Unmatched argument
          studies                   | 4 | Interact is not running; start it with ./interact up, or give --url.
          """)
  void a_wrong_command_gets_one_sentence(String line, int exitCode, String sentence) {
    assertThat(interact(line.split(" "))).isEqualTo(exitCode);

    assertThat(err()).startsWith(sentence).hasLineCount(1);
    assertThat(out()).isEmpty();
  }

  @Test
  void help_names_commands_exit_codes_and_examples() {
    assertThat(interact("--help")).isZero();
    assertThat(out()).contains("validate", "130", "studies/quickstart.yaml", "NO_COLOR");
  }

  @Test
  void without_a_command_help_is_shown_as_an_error() {
    assertThat(interact()).isEqualTo(2);
    assertThat(err()).contains("Usage: interact");
  }

  @Test
  void down_without_a_stack_has_nothing_to_do() {
    assertThat(interact("down")).isZero();
    assertThat(out()).isEqualTo("Interact is not running.\n");
  }
}
