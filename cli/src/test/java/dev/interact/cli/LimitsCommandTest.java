package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsCommandTest extends CommandTest {
  private static final String BIG =
      """
      {"alias":"big","model":"big-1","price":{"input":2.5,"output":10},
       "registry":{"concurrency":12,"requests_per_minute":600,"tokens_per_minute":null},
       "changed":{"concurrency":null,"requests_per_minute":60,"tokens_per_minute":null},
       "limits":{"concurrency":12,"requests_per_minute":60,"tokens_per_minute":null},
       "roles":["student","teacher"]}
      """;
  private static final String SMALL =
      """
      {"alias":"small","model":"s","price":{"input":0,"output":0},"registry":{"concurrency":4},
       "changed":null,"limits":{"concurrency":4},"roles":[]}
      """;

  @BeforeEach
  void models() {
    orchestrator
        .answering("GET /api/models", 200, "[" + BIG + "," + SMALL + "]")
        .answering("PUT /api/models/big/limits", 200, BIG)
        .answering("PUT /api/models/small/limits", 200, SMALL)
        .answering("DELETE /api/models/big/limits", 200, BIG);
  }

  private int limits(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "limits";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--url";
    all[arguments.length + 2] = orchestrator.url();
    return interact(all);
  }

  @Test
  void all_models_are_listed_with_what_was_changed() {
    assertThat(limits()).as(err()).isZero();

    assertThat(out().lines().map(line -> line.replaceAll("  +", "|")))
        .containsSubsequence(
            "alias|model|used by|calls at once|requests/min|tokens/min|price",
            "big|big-1|student, teacher|12|60 (registry: 600)|-|$2.50 + $10.00",
            "small|s|-|4|-|-|$0.00 + $0.00");
  }

  @Test
  void one_model_is_listed_in_json() throws IOException {
    limits("small", "--json");

    assertThat(new ObjectMapper().readTree(out()).findValuesAsText("alias"))
        .containsExactly("small");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          small --concurrency 2                                  | {"concurrency":2}
          small --requests-per-minute 9 --tokens-per-minute 1000 | {"requests_per_minute":9,"tokens_per_minute":1000}
          """)
  void limits_are_changed(String arguments, String body) {
    assertThat(limits(arguments.split(" +"))).as(err()).isZero();

    assertThat(orchestrator.requests()).last().isEqualTo("PUT /api/models/small/limits");
    assertThat(orchestrator.bodies()).last().isEqualTo(body);
    assertThat(err()).contains("studies that run follow within a second or two");
  }

  @Test
  void what_was_changed_earlier_stays() {
    limits("big", "--concurrency", "2");

    assertThat(orchestrator.bodies())
        .last()
        .isEqualTo("{\"concurrency\":2,\"requests_per_minute\":60}");
  }

  @Test
  void the_registrys_limits_are_brought_back() {
    assertThat(limits("big", "--reset")).isZero();
    assertThat(orchestrator.requests()).last().isEqualTo("DELETE /api/models/big/limits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --concurrency 2           | Say of which model: give its ALIAS.
          --reset                   | Say of which model: give its ALIAS.
          big --reset --concurrency 2 | --reset brings all limits back; give it without any other.
          none --concurrency 2      | There is no model alias 'none' in the services' registry; it has big, small.
          big --concurrency many    | Invalid value for option '--concurrency': 'many' is not a long (see interact limits --help)
          """)
  void a_wrong_command_changes_nothing(String arguments, String sentence) {
    assertThat(limits(arguments.split(" "))).isEqualTo(2);

    assertThat(err()).isEqualTo(sentence + "\n");
    assertThat(orchestrator.requests()).noneMatch(request -> !request.startsWith("GET"));
  }

  @Test
  void what_the_orchestrator_refuses_is_told_by_field() {
    orchestrator.answering(
        "PUT /api/models/big/limits",
        422,
        """
        {"title":"The input cannot be used","status":422,
         "errors":[{"field":"concurrency","message":"must be at least 1; found 0."}]}
        """);

    assertThat(limits("big", "--concurrency", "0")).isEqualTo(2);
    assertThat(err()).isEqualTo("concurrency: must be at least 1; found 0.\n");
  }
}
