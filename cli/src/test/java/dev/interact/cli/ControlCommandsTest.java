package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlCommandsTest extends CommandTest {
  private static final String STUDY = "/api/studies/" + StubOrchestrator.ID;

  private void known(String... studies) {
    orchestrator.answering(
        "GET /api/studies?limit=500", 200, StubOrchestrator.page(String.join(",", studies)));
  }

  private static String named(String name, String id, String created) {
    return StubOrchestrator.status("running", 0, 0)
        .replace("\"tiny\"", "\"" + name + "\"")
        .replace(StubOrchestrator.ID, id)
        .replace("2026-11-21", created);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          COMMAND | THEN      | FINISHED | FAILED | SENTENCE
          pause   | paused    | 1 | 0 | is paused. 1 calls under way will still be recorded. To go on: interact resume tiny
          pause   | finished  | 2 | 0 | is finished; there is nothing to pause.
          pause   | cancelled | 1 | 0 | is cancelled; there is nothing to pause.
          resume  | running   | 1 | 0 | goes on: 1 of 2 dialogues are over.
          resume  | finished  | 2 | 0 | is finished; there is nothing to go on with.
          cancel  | cancelled | 1 | 0 | is cancelled: 1 of 2 dialogues are over. 1 calls under way will still be recorded.
          cancel  | finished  | 2 | 0 | is finished; there is nothing to cancel.
          retry   | running   | 1 | 1 | : 1 failed dialogues are tried again.
          retry   | paused    | 1 | 0 | is paused, and none of its dialogues failed: there is nothing to try again.
          """)
  void a_wish_is_sent_and_what_comes_of_it_is_told(
      String command, String then, int finished, int failed, String sentence) {
    known(StubOrchestrator.status("running", finished, failed));
    orchestrator.answering(
        "POST " + STUDY + "/" + command, 200, StubOrchestrator.status(then, finished, failed));

    assertThat(interact(command, "tiny", "--url", orchestrator.url())).as(err()).isZero();

    assertThat(orchestrator.requests())
        .containsExactly("GET /api/studies?limit=500", "POST " + STUDY + "/" + command);
    assertThat(out()).startsWith("Study tiny (01234567)").contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "cancel", "retry"})
  void in_json_the_status_is_printed(String command) throws IOException {
    known(StubOrchestrator.status("running", 1, 0));
    orchestrator.answering(
        "POST " + STUDY + "/" + command, 200, StubOrchestrator.status("paused", 1, 0));

    interact(command, "0123", "--json", "--url", orchestrator.url());

    JsonNode printed = new ObjectMapper().readTree(out());
    assertThat(printed.path("state").asText()).isEqualTo("paused");
    assertThat(printed.has("capped")).as("what only this program asks for").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"alike, ab2", "ab, ab9", "cd, cd1", "ab1, ab1"})
  void a_name_means_its_latest_study_and_comes_before_the_beginning_of_an_id(
      String text, String id) {
    known(
        named("alike", "ab1", "2026-11-20"),
        named("alike", "ab2", "2026-11-22"),
        named("ab", "ab9", "2026-11-01"),
        named("other", "cd1", "2026-11-01"));

    interact("pause", text, "--url", orchestrator.url());

    assertThat(orchestrator.requests()).last().isEqualTo("POST /api/studies/" + id + "/pause");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ab    | 'ab' begins the ids of 2 studies: ab1 (one), ab2 (two). Give more of the id.
          x     | There is no study 'x'; interact studies lists all.
          """)
  void what_is_ambiguous_or_unknown_is_told_and_nothing_is_sent(String text, String sentence) {
    known(named("one", "ab1", "2026-11-20"), named("two", "ab2", "2026-11-22"));

    assertThat(interact("cancel", text, "--url", orchestrator.url())).isEqualTo(2);

    assertThat(err()).isEqualTo(sentence + "\n");
    assertThat(orchestrator.requests()).containsExactly("GET /api/studies?limit=500");
  }

  @Test
  void a_study_must_be_named() {
    assertThat(interact("cancel", "--url", orchestrator.url())).isEqualTo(2);
    assertThat(err()).startsWith("Missing required parameter: 'STUDY' (see interact cancel");
  }

  @Test
  void a_status_says_why_a_study_is_paused_and_what_it_spent() {
    known(
        StubOrchestrator.status(
            "paused",
            1,
            0,
            """
            "reason":"The cap is reached.","waiting":["big is asked for less."],
            "budget":{"cap":{"usd":5,"tokens":null,"calls":20},
              "spent":{"usd":1.2,"tokens":10,"calls":7},"reserved":{"usd":0,"tokens":0,"calls":0}}
            """));

    interact("status", "tiny", "--url", orchestrator.url());

    assertThat(out())
        .contains(
            "\nSpent: $1.20 of $5.00, 7 of 20 paid calls\n",
            "\nPaused: The cap is reached.\n",
            "\nbig is asked for less.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause", "resume", "cancel", "retry", "limits", "budget", "dead-letters"})
  void help_is_there(String command) {
    assertThat(interact(command, "--help")).isZero();
    assertThat(out()).startsWith("Usage: interact " + command).contains("--json", "--url");
  }
}
