package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetCommandTest extends CommandTest {
  private static final String ACCOUNTS =
      """
      [{"account":"study/%s","name":"tiny",
        "cap":{"usd":5,"tokens":null,"calls":100},
        "spent":{"usd":1.2,"tokens":1234,"calls":7},"reserved":{"usd":0.3,"tokens":100,"calls":2}},
       {"account":"owner/a.b/2026-10","name":"a.b","cap":{"usd":1,"tokens":null,"calls":null},
        "spent":{"usd":0,"tokens":0,"calls":0},"reserved":{"usd":0,"tokens":0,"calls":0}},
       {"account":"owner/a.b/2026-11","name":"a.b","cap":{"usd":null,"tokens":9,"calls":null},
        "spent":{"usd":0,"tokens":0,"calls":0},"reserved":{"usd":0,"tokens":0,"calls":0}},
       {"account":"owner/aXb/2026-11","name":"aXb","cap":null,"spent":null,"reserved":null}]
      """
          .formatted(StubOrchestrator.ID);
  private static final String STUDY = "/api/studies/" + StubOrchestrator.ID + "/budget";

  @BeforeEach
  void accounts() {
    orchestrator
        .answering("GET /api/budgets", 200, ACCOUNTS)
        .answering(
            "GET /api/studies?limit=500",
            200,
            StubOrchestrator.page(StubOrchestrator.status("paused", 1, 0)))
        .answering("PUT " + STUDY, 200, "{}")
        .answering("PUT /api/owners/a.b/budget", 200, "{}")
        .answering("PUT /api/owners/ann e/budget", 200, "{}");
  }

  private int budget(String... arguments) {
    List<String> all = new ArrayList<>(List.of("budget"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--url", orchestrator.url()));
    return interact(all.toArray(String[]::new));
  }

  @Test
  void all_accounts_are_listed() {
    assertThat(budget()).as(err()).isZero();

    assertThat(out().lines().map(line -> line.replaceAll("  +", "|")))
        .hasSize(6)
        .contains(
            "tiny|study/"
                + StubOrchestrator.ID
                + "|$1.20 + $0.30 of $5.00|1,234 + 100|7 + 2 of 100",
            "aXb|owner/aXb/2026-11|0 + 0|0 + 0|0 + 0");
  }

  @ParameterizedTest
  @CsvSource({"tiny, 1", "--owner a.b, 2", "--owner nobody, 0"})
  void the_accounts_of_one_are_listed(String whose, int number) throws IOException {
    budget((whose + " --json").split(" "));

    assertThat(new ObjectMapper().readTree(out())).hasSize(number);
  }

  @Test
  void a_cap_that_is_set_stands_beside_those_that_are() {
    assertThat(budget("tiny", "--usd", "7.5", "--tokens", "50000")).as(err()).isZero();

    assertThat(orchestrator.requests()).contains("PUT " + STUDY);
    assertThat(orchestrator.bodies()).contains("{\"usd\":7.5,\"tokens\":50000,\"calls\":100}");
    assertThat(err())
        .isEqualTo(
            "Study tiny (01234567) may spend at most $7.50, 50,000 tokens, 100 calls."
                + " It is paused. To go on: interact resume tiny\n");
  }

  @Test
  void an_owner_is_capped_beside_the_latest_months_caps() {
    assertThat(budget("--owner", "a.b", "--calls", "3")).as(err()).isZero();

    assertThat(orchestrator.bodies()).contains("{\"tokens\":9,\"calls\":3}");
    assertThat(err())
        .startsWith("a.b may spend at most 9 tokens, 3 calls a month (UTC), over all studies.");
  }

  @Test
  void an_owner_may_have_any_name() {
    assertThat(budget("--owner", "ann e", "--usd", "1")).as(err()).isZero();
    assertThat(orchestrator.requests()).contains("PUT /api/owners/ann e/budget");
  }

  @Test
  void all_caps_are_taken_away() {
    assertThat(budget("tiny", "--none")).as(err()).isZero();

    assertThat(orchestrator.bodies()).contains("{}");
    assertThat(err()).startsWith("Study tiny (01234567) may spend without a cap.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --usd 1               | Say whose budget it is: give STUDY or --owner NAME.
          --none                | Say whose budget it is: give STUDY or --owner NAME.
          tiny --owner a.b      | Give STUDY or --owner, not both.
          tiny --none --calls 1 | --none takes all caps away; give it without any other.
          other --usd 1         | There is no study 'other'; interact studies lists all.
          """)
  void a_wrong_command_changes_nothing(String arguments, String sentence) {
    assertThat(budget(arguments.split(" "))).isEqualTo(2);

    assertThat(err()).isEqualTo(sentence + "\n");
    assertThat(orchestrator.requests()).noneMatch(request -> request.startsWith("PUT"));
  }
}
