package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes are killed and messages repeated while a study runs; it must not show. */
class FaultsTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 12;
  private static final int TURNS = 3;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static List<String> undisturbed;

  @BeforeAll
  static void runWithoutFaults() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data, stub.model("steady", stub.answers(Duration.ofMillis(400)), "concurrency: 16"));
    undisturbed = answers(awaitClean(submit("undisturbed")));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  /** Each study draws anew, so that none finds its answers in the ledger. */
  private static String submit(String name) {
    return stack.api.submit(
        Stack.study(
            name,
            "steady",
            Map.of(
                "conditions", "[dynamic, static-lesson]",
                "turns", String.valueOf(TURNS),
                "fresh", "true")),
        Concepts.some(CONCEPTS));
  }

  private static String awaitClean(String study) {
    JsonNode status = stack.api.awaitFinished(study);
    assertThat(status.path("dialogues").path("finished").asInt()).isEqualTo(2 * CONCEPTS);
    assertThat(
            stack.query(
                """
                select t.dialogue from turn t join dialogue d on d.id = t.dialogue
                where d.study = '%s' and t.answer is not null group by t.dialogue
                having count(*) = %d and min(t.number) = 1 and max(t.number) = %d
                """
                    .formatted(study, TURNS, TURNS)))
        .as("dialogues with exactly their turns")
        .hasSize(CONCEPTS);
    assertThat(
            stack.count("select count(*) from step where open and study = '%s'".formatted(study)))
        .isZero();
    return study;
  }

  /** The answers and what was said, but for what names the study. */
  private static List<String> answers(String study) {
    return (stack.api.answers(study) + stack.api.transcripts(study))
        .lines()
        .map(line -> line.replaceAll("\"(study|dialogue)\":\"[^\"]*\",?", ""))
        .toList();
  }

  private static long attempts(String study) {
    return stack.count(
        "select count(*) from attempt a where exists (select 1 from step s where s.call = a.call and s.study = '%s')"
            .formatted(study));
  }

  private static List<String> teachers() {
    return StreamSupport.stream(stack.api.workers().spliterator(), false)
        .filter(worker -> worker.path("role").asText().equals("teacher"))
        .map(worker -> worker.path("incarnation").asText())
        .toList();
  }

  @Test
  void a_second_teacher_shares_the_work_and_may_be_killed() {
    List<String> before = teachers();
    int requests = stub.requests("steady").size();
    stub.hold();
    String study = submit("killed-teacher");
    ChildProcess second = stack.local.startAnother(Role.TEACHER);
    await().atMost(CEILING).until(() -> teachers().size() > before.size());
    stub.release();
    String incarnation =
        teachers().stream().filter(teacher -> !before.contains(teacher)).findFirst().orElseThrow();
    String held = "from attempt where status = 'SENT' and worker = '" + incarnation + "'";
    await().atMost(CEILING).until(() -> stack.count("select count(*) " + held) > 1);

    second.kill();

    long inFlight = stack.count("select count(*) " + held);
    assertThat(answers(awaitClean(study))).isEqualTo(undisturbed);
    List<List<String>> lost =
        stack.query(
            """
            select extract(epoch from min(next.sent) - max(a.sent)) from attempt a
            join attempt next on next.call = a.call and next.sent > a.sent
            where a.status = 'LOST' and a.worker = '%s' group by a.call
            """
                .formatted(incarnation));
    assertThat(lost).as("the fault fired").isNotEmpty();
    assertThat(lost)
        .as("seconds until a lost call was sent to another")
        .allSatisfy(row -> assertThat(Double.parseDouble(row.getFirst())).isLessThan(15));
    assertThat(stub.requests("steady").size() - requests)
        .as("model requests: every attempt made one, but for those lost before it")
        .isBetween((int) (attempts(study) - inFlight - 16), (int) attempts(study));
  }

  @Test
  void a_killed_orchestrator_goes_on_where_it_was() {
    int requests = stub.requests("steady").size();
    String study = submit("killed-orchestrator");
    stack.api.awaitOver(study, 2);

    stack.local.process(Role.ORCHESTRATOR).kill();
    stack.local.process(Role.ORCHESTRATOR).restart();

    assertThat(answers(awaitClean(study))).isEqualTo(undisturbed);
    assertThat(stub.requests("steady").size() - requests)
        .as("no call is made twice: the workers lived on")
        .isEqualTo((int) attempts(study));
    assertThat(attempts(study)).isEqualTo(calls(study));
  }

  @Test
  void an_orchestrator_that_is_stopped_in_good_order_leaves_nothing_unread() {
    int requests = stub.requests("steady").size();
    String study = submit("stopped-orchestrator");
    stack.api.awaitOver(study, 2);

    stack.local.process(Role.ORCHESTRATOR).stop();
    stack.local.process(Role.ORCHESTRATOR).start();

    assertThat(answers(awaitClean(study))).isEqualTo(undisturbed);
    assertThat(stub.requests("steady").size() - requests).isEqualTo((int) calls(study));
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"BROKER", "POSTGRES"})
  void what_the_services_use_may_be_killed_and_restarted(Role role) throws IOException {
    int requests = stub.requests("steady").size();
    String study = submit("killed-" + role.title());
    stack.api.awaitOver(study, 2);

    stack.local.process(role).kill();
    stack.local.process(role).restart();

    assertThat(answers(awaitClean(study))).isEqualTo(undisturbed);
    assertThat(stub.requests("steady").size() - requests)
        .as("no worker died, so no call is made twice")
        .isEqualTo((int) calls(study));
    for (ChildProcess process : stack.local.processes()) {
      if (java.nio.file.Files.exists(process.log())) {
        assertThat(process.log()).content().doesNotContain("What I have to say");
      }
    }
  }

  @Test
  void repeated_and_reordered_messages_change_nothing() {
    int requests = stub.requests("steady").size();
    try (Repeater repeater = new Repeater(stack.local.kafka(), 915)) {
      String study = submit("repeated");

      assertThat(answers(awaitClean(study))).isEqualTo(undisturbed);

      assertThat(repeater.copies()).as("the fault fired").isGreaterThan(100);
      assertThat(stub.requests("steady").size() - requests).isEqualTo((int) calls(study));
      assertThat(attempts(study)).isEqualTo(calls(study));
    }
  }

  private static long calls(String study) {
    return stack.count("select count(distinct call) from step where study = '%s'".formatted(study));
  }
}
