package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersCommandTest extends CommandTest {
  private static final String ID = "interact.replies-3@17";
  private static final String PATH = "/api/dead-letters/" + ID;
  private static final String LETTER =
      """
      {"id":"%s","topic":"interact.replies","partition":3,"offset":17,"size":1234,
       "reason":"It is no reply.","reader":"orchestrator","noticed":"2026-11-21T08:00:00Z",
       "resent":null}
      """
          .formatted(ID);

  private int deadLetters(String... arguments) {
    List<String> all = new ArrayList<>(List.of("dead-letters"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", orchestrator.url()));
    return interact(all.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "list"})
  void they_are_listed(String command) {
    orchestrator.answering("GET /api/dead-letters?limit=500", 200, StubOrchestrator.page(LETTER));

    assertThat(command.isEmpty() ? deadLetters() : deadLetters(command)).as(err()).isZero();

    assertThat(out().lines().map(line -> line.replaceAll("  +", "|")))
        .contains(ID + "|2026-11-21T08:00:00Z|orchestrator|-|It is no reply.|1,234");
  }

  @Test
  void none_is_an_empty_list() throws IOException {
    orchestrator.answering("GET /api/dead-letters?limit=500", 200, StubOrchestrator.page(""));

    deadLetters("list", "--json");

    assertThat(new ObjectMapper().readTree(out())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "value":"e30=","text":"{ garbage" | { garbage
          "value":"//8=","text":null        | In base64: //8=
          "value":null,"text":null          | It has no content.
          """)
  void one_is_shown_with_its_content(String content, String shown) {
    orchestrator.answering("GET " + PATH, 200, "{\"letter\":" + LETTER + "," + content + "}");

    assertThat(deadLetters("show", ID)).as(err()).isZero();

    assertThat(out()).contains("It is no reply.").endsWith("\n" + shown + "\n");
  }

  @Test
  void one_is_sent_again_and_once_more_if_that_is_meant() {
    orchestrator
        .answering("POST " + PATH + "/resend", 200, LETTER)
        .then(
            "POST " + PATH + "/resend", 409, "{\"title\":\"Conflict\",\"detail\":\"Sent before.\"}")
        .answering("POST " + PATH + "/resend?again=true", 200, LETTER);

    assertThat(deadLetters("resend", ID)).as(err()).isZero();
    assertThat(out()).startsWith("1 sent again.");
    assertThat(deadLetters("resend", ID)).isEqualTo(2);
    assertThat(err()).isEqualTo("Sent before.\n");
    assertThat(deadLetters("resend", ID, "--again")).isZero();
  }

  @Test
  void all_are_sent_again() {
    orchestrator
        .answering("POST /api/dead-letters/resend", 200, "[" + LETTER + "," + LETTER + "]")
        .then("POST /api/dead-letters/resend", 200, "[]");

    assertThat(deadLetters("resend", "--all")).as(err()).isZero();
    assertThat(deadLetters("resend", "--all")).isZero();
    assertThat(out()).startsWith("2 sent again.").endsWith("There is nothing to send again.\n");
  }

  @Test
  void one_is_dropped() {
    orchestrator
        .answering("GET " + PATH, 200, "{\"letter\":" + LETTER + "}")
        .answering("DELETE " + PATH, 204, "");

    assertThat(deadLetters("drop", ID)).as(err()).isZero();

    assertThat(orchestrator.requests()).last().isEqualTo("DELETE " + PATH);
    assertThat(out()).isEqualTo("Dead letter " + ID + " is dropped.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          resend                       | Give either the ID of a dead letter or --all.
          resend x --all               | Give either the ID of a dead letter or --all.
          resend --all --again         | --again is for one dead letter: give its ID.
          drop x                       | There is no such thing.
          show                         | Missing required parameter: 'ID' (see interact dead-letters show --help)
          """)
  void a_wrong_command_changes_nothing(String arguments, String sentence) {
    assertThat(deadLetters(arguments.split(" "))).isEqualTo(2);

    assertThat(err()).isEqualTo(sentence + "\n");
    assertThat(orchestrator.requests()).noneMatch(request -> !request.startsWith("GET"));
  }
}
