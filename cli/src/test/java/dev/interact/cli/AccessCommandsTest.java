package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessCommandsTest extends CommandTest {
  private static final String KEY =
      """
      {"id":"0123456789ab","name":"ci","scope":"run","created":"2026-11-21T08:00:00Z",
       "created_by":"key:configured-admin-00000000","expires":null,"used":null%s}
      """;

  private static final String ENTRY =
      """
      {"id":%d,"at":"2026-11-21T08:00:00Z","who":"key:0123456789ab","name":"ci",
       "action":"study.cancelled","subject":"s1","status":%s}
      """;

  @Test
  void keys_are_listed() {
    orchestrator.answering(
        "GET /api/keys?limit=500", 200, StubOrchestrator.page(KEY.formatted("")));

    assertThat(interact("keys", "--url", orchestrator.url())).as(err()).isZero();

    assertThat(out().lines().map(line -> line.replaceAll("  +", "|")))
        .contains(
            "0123456789ab|ci|run|2026-11-21T08:00:00Z|key:configured-admin-00000000|never|-|-");
  }

  @Test
  void a_key_is_made_and_alone_on_stdout() {
    orchestrator.answering("POST /api/keys", 201, KEY.formatted(",\"key\":\"interact_x\""));

    assertThat(
            interact(
                "keys",
                "create",
                "ci",
                "--scope",
                "run",
                "--days",
                "30",
                "--url",
                orchestrator.url()))
        .as(err())
        .isZero();

    assertThat(out()).isEqualTo("interact_x\n");
    assertThat(err()).contains("it is not shown again");
    assertThat(orchestrator.bodies().getLast())
        .contains("\"scope\":\"run\"")
        .contains("\"expires\":\"20");
  }

  @Test
  void a_key_is_revoked() {
    orchestrator.answering("DELETE /api/keys/0123456789ab", 200, KEY.formatted(""));

    assertThat(interact("keys", "revoke", "0123456789ab", "--url", orchestrator.url())).isZero();

    assertThat(out()).isEqualTo("Key 0123456789ab (ci) is revoked.\n");
  }

  @Test
  void the_audit_log_is_read_as_far_as_it_is_wanted() {
    orchestrator.answering(
        "GET /api/audit-log?limit=3&subject=s1",
        200,
        StubOrchestrator.page(ENTRY.formatted(9, 200) + "," + ENTRY.formatted(8, "null"), "8"));
    orchestrator.answering(
        "GET /api/audit-log?limit=1&subject=s1&cursor=8",
        200,
        StubOrchestrator.page(ENTRY.formatted(7, 404), "7"));

    assertThat(interact("audit-log", "--subject", "s1", "--most", "3", "--url", orchestrator.url()))
        .as(err())
        .isZero();

    List<String> rows = out().lines().map(line -> line.replaceAll("  +", "|")).toList();
    assertThat(rows.subList(rows.size() - 3, rows.size()))
        .extracting(row -> row.substring(row.lastIndexOf('|') + 1))
        .containsExactly("200", "-", "404");
  }

  @Test
  void the_key_of_the_environment_is_sent_and_where_it_could_be_read_that_is_said() {
    orchestrator.answering("GET /api/keys?limit=500", 200, StubOrchestrator.page(""));
    environment.put("INTERACT_API_KEY", "interact_secret");

    interact("keys", "--url", orchestrator.url());
    assertThat(orchestrator.keys()).containsExactly("Bearer interact_secret");
    assertThat(err()).doesNotContain("readable");

    interact("keys", "--url", "http://interact.invalid:8080");
    assertThat(err())
        .contains("INTERACT_API_KEY crosses the network readable")
        .doesNotContain("interact_secret");
  }

  @Test
  void a_key_with_a_line_break_is_not_shown() {
    orchestrator.answering("GET /api/keys?limit=500", 200, StubOrchestrator.page(""));
    environment.put("INTERACT_API_KEY", "interact_secret\r\n");
    assertThat(interact("keys", "--url", orchestrator.url())).as(err()).isZero();
    assertThat(orchestrator.keys()).containsExactly("Bearer interact_secret");

    environment.put("INTERACT_API_KEY", "interact_secret\rmore");
    assertThat(interact("keys", "--url", orchestrator.url())).isEqualTo(2);
    assertThat(err()).contains("INTERACT_API_KEY has characters").doesNotContain("secret");
  }

  @Test
  void who_is_not_let_in_is_told_what_to_do() {
    orchestrator.answering(
        "GET /api/keys?limit=500",
        401,
        "{\"title\":\"Not signed in\",\"detail\":\"Nobody gets in.\"}");

    assertThat(interact("keys", "--url", orchestrator.url())).isEqualTo(2);

    assertThat(err()).isEqualTo("Nobody gets in.\n");
  }
}
