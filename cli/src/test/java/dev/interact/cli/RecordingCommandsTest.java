package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.cli.input.PreparedStudy;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RecordingCommandsTest extends CommandTest {
  private static final String PLAN =
      """
      {"study":"0123","name":"tiny","dialogues":2,"lines":[
        {"model":"big","kind":"BOUND_SHEET","calls":{"planned":1200,"recorded":200,"new":1000},
         "tokens":{"input":1234567,"output":5000},"tokens_at_most":{"input":4000000,"output":9000},
         "cost":1.5,"cost_at_most":4.25,"shared_prefix":0.625,
         "basis":{"calls":0,"input_rate":0.25,"output_tokens":null}},
        {"model":"big","kind":"SHEET","calls":{"planned":5,"recorded":5,"new":0},
         "tokens":{"input":0,"output":0},"tokens_at_most":{"input":0,"output":0},
         "cost":0,"cost_at_most":0,"shared_prefix":null,
         "basis":{"calls":5,"input_rate":0.25,"output_tokens":12.5}}],
       "totals":{"calls":{"planned":1205,"recorded":205,"new":1000},
         "tokens":{"input":1234567,"output":5000},"tokens_at_most":{"input":4000000,"output":9000},
         "cost":1.5,"cost_at_most":4.25,"shared_prefix":0.625},
       "budget":%s}
      """;

  private String id;

  @BeforeEach
  void record() {
    id = PreparedStudy.read(studyFile(), root, "").submission().id();
    orchestrator
        .answering("GET /api/studies?limit=500", 200, StubOrchestrator.page(status("finished")))
        .answering("GET /api/studies/" + id + "/summary", 200, StubOrchestrator.summary(id))
        .answering("GET /api/studies/" + id + "/answers", 200, "{}\n")
        .answering("GET /api/studies/" + id + "/dialogues", 200, "{}\n")
        .answering("GET /api/studies/" + id + "/concepts", 200, "{}\n")
        .answering("GET /api/studies/" + id + "/calls", 200, "{}\n")
        .answering("GET /api/studies/" + id + "/audit", 200, "{}\n")
        .answering("GET /api/studies/" + id + "/manifest", 200, "{}");
  }

  private String status(String state) {
    return StubOrchestrator.status(state, 2, 0).replace(StubOrchestrator.ID, id);
  }

  private static String check(String kind, String state, int different, String differences) {
    return """
    {"study":"s","kind":"%s","state":"%s","total":25,"done":7,"calls":80,"missing":1,
     "different":%d,"differences":[%s],"notes":[],"reason":"Nobody grades."}
    """
        .formatted(kind, state, different, differences);
  }

  private void checking(String kind, int different, String differences) {
    orchestrator
        .answering("POST /api/studies/" + id + "/" + kind, 202, check(kind, "running", 0, ""))
        .answering("GET /api/studies/" + id + "/checks/" + kind, 200, check(kind, "running", 0, ""))
        .then(
            "GET /api/studies/" + id + "/checks/" + kind,
            200,
            check(kind, "done", different, differences));
  }

  private int plan(String budget, String... more) {
    orchestrator.answering("POST /api/plans", 200, PLAN.formatted(budget));
    return interact(
        Stream.concat(
                Stream.of("plan", studyFile().toString(), "--url", orchestrator.url()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void a_plan_is_a_table_that_says_what_is_estimated() {
    assertThat(plan("null")).as(err()).isZero();

    assertThat(out().lines())
        .contains(
            "tiny: 2 dialogues",
            "big    bound sheet    1,200       200  1,000  1.23M   5.00k  $1.50    $4.25         assumed",
            "big    sheet              5         5      0      0       0  $0.00    $0.00               -",
            "all                   1,205       205  1,000  1.23M   5.00k  $1.50    $4.25");
    assertThat(out())
        .contains(
            "are estimates for the new calls",
            "About 63% of the input tokens repeat how an earlier call of the same dialogue begins;",
            "nothing like it is recorded yet")
        .doesNotContain("Budget");
    assertThat(orchestrator.requests()).containsExactly("POST /api/concepts", "POST /api/plans");
  }

  @Test
  void a_plan_is_held_against_the_budget() {
    plan("{\"usd\":2,\"calls\":500,\"spent\":0.5,\"exceeded\":\"500 calls\"}");

    assertThat(out())
        .contains(
            "Budget: $2.00, 500 calls, of which $0.50 is spent; the estimate exceeds 500 calls.");
  }

  @Test
  void a_plan_in_json_is_the_plan() throws IOException {
    plan("{\"usd\":2,\"spent\":0,\"exceeded_at_most\":\"$2.00\"}", "--json");

    JsonNode printed = new ObjectMapper().readTree(out());
    assertThat(printed.at("/totals/calls/new").asInt()).isEqualTo(1000);
    assertThat(printed.at("/lines/0/cost_at_most").asDouble()).isEqualTo(4.25);
    assertThat(printed.at("/budget/exceeded_at_most").asText()).isEqualTo("$2.00");
    assertThat(printed.at("/budget").has("cap")).isFalse();
  }

  @Test
  void a_replay_ends_with_the_usual_report() {
    checking("replay", 0, "");

    assertThat(run("--replay")).as(err()).isZero();

    assertThat(err())
        .contains("Replayed 7 dialogues from 80 recorded answers", "No model was called.");
    assertThat(out()).contains("closed-book", "25.00");
    assertThat(root.resolve("results/tiny")).isDirectoryContaining("glob:**/summary.json");
    assertThat(orchestrator.requests())
        .noneMatch(
            request -> request.equals("POST /api/studies") || request.equals("POST /api/concepts"));
  }

  @Test
  void a_replay_that_goes_another_way_says_where_and_writes_nothing() {
    checking("replay", 30, "\"Dialogue d: this.\",\"Dialogue e: that.\"");

    assertThat(run("--replay")).isEqualTo(ExitCode.NOT_REPRODUCED);

    assertThat(err())
        .contains(
            "30 of 25 dialogues are not as they were recorded; 1 answers are missing:",
            "\n  Dialogue d: this.\n  Dialogue e: that.\n  and so on: 28 more.");
    assertThat(out()).isEmpty();
    assertThat(root.resolve("results")).doesNotExist();
  }

  @Test
  void only_what_is_recorded_and_finished_is_replayed() {
    orchestrator.answering(
        "GET /api/studies?limit=500", 200, StubOrchestrator.page(status("paused")));
    assertThat(run("--replay")).isEqualTo(2);
    assertThat(err()).contains("is paused; only a finished study can be replayed");

    orchestrator.answering("GET /api/studies?limit=500", 200, StubOrchestrator.page(""));
    assertThat(run("--replay")).isEqualTo(2);
    assertThat(err()).contains("Study tiny is not recorded as its file is now");

    assertThat(run("--replay", "--retry")).isEqualTo(2);
  }

  @Test
  void grades_that_come_out_again_are_a_success() {
    checking("regrade", 0, "");

    assertThat(interact("grade", "--again", "tiny", "--url", orchestrator.url())).isZero();

    assertThat(out()).isEqualTo("Graded 7 answers again: every grade was reproduced.\n");
  }

  @Test
  void a_file_names_its_study() {
    checking("regrade", 1, "\"Call c: another.\"");

    assertThat(
            interact(
                "grade", "--again", studyFile().toString(), "--url", orchestrator.url(), "--json"))
        .isEqualTo(ExitCode.NOT_REPRODUCED);

    assertThat(out()).contains("\"different\":1", "\"differences\":[\"Call c: another.\"]");
    assertThat(out()).doesNotContain("\"running\":");
  }

  @Test
  void a_check_that_cannot_be_made_is_no_difference() {
    orchestrator.answering(
        "POST /api/studies/" + id + "/regrade", 202, check("regrade", "failed", 0, ""));

    assertThat(interact("grade", "--again", "tiny", "--url", orchestrator.url())).isOne();

    assertThat(err()).contains("Nobody grades.");
  }

  @Test
  void grading_is_not_asked_for_the_first_time() {
    assertThat(interact("grade", "--url", orchestrator.url())).isEqualTo(2);

    assertThat(err()).contains("interact grade --again STUDY");
  }
}
