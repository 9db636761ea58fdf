package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import dev.interact.system.verify.Claim;
import dev.interact.system.verify.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While as many calls of a model are under way as there may be, others stand by at workers. None of
 * them begins before there is a place, and none is lost, whoever is killed.
 */
class StandbyTest {
  private static final Duration CEILING = Duration.ofMinutes(5);
  private static final Duration LATENCY = Duration.ofMillis(150);
  private static final int LIMIT = 6;
  private static final int CONCEPTS = 24;
  private static final int TURNS = 2;
  private static final String ALONE = "alone";

  @TempDir static Path folder;
  private static ModelStub stub;
  private static Stack stack;
  private static final AtomicInteger underWay = new AtomicInteger();
  private static final AtomicInteger most = new AtomicInteger();

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    ModelStub.Behaviour waits = stub.waits(LATENCY);
    ModelStub.Behaviour answers = stub.answers(Duration.ZERO);
    stack =
        Stack.withModels(
            folder,
            stub.model(
                "shared",
                (exchange, request) -> {
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  waits.answer(exchange, request);
                  underWay.decrementAndGet();
                  answers.answer(exchange, request);
                },
                "concurrency: " + LIMIT),
            stub.model(ALONE, answers, "concurrency: 1"));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static List<Reply.Modelled> replies() {
    return Records.all(stack.local.kafka(), Topics.REPLIES).stream()
        .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8), Reply.class))
        .filter(Reply.Modelled.class::isInstance)
        .map(Reply.Modelled.class::cast)
        .toList();
  }

  private static String submit(String name, String model) {
    return stack.api.submit(
        Stack.study(
            name,
            model,
            Map.of("conditions", "[dynamic]", "turns", String.valueOf(TURNS), "fresh", "true")),
        Concepts.some(CONCEPTS));
  }

  private static List<String> findings(String study, long mayRepeat) {
    long calls =
        stack.count("select count(distinct call) from attempt where study = '%s'".formatted(study));
    long made = stub.requests("shared").size() - before;
    assertThat(made).isBetween(calls, calls + mayRepeat);
    return new Verifier(stack.tables, topic -> Records.all(stack.local.kafka(), topic))
        .findings(new Claim(study, CONCEPTS, Map.of("shared", made), mayRepeat, 0));
  }

  private static int before;

  @Test
  void a_place_is_taken_at_the_worker_and_never_twice() {
    before = stub.requests("shared").size();
    String study = submit("standing-by", "shared");

    stack.api.awaitFinished(study);

    assertThat(most).hasValue(LIMIT);
    assertThat(replies()).filteredOn(reply -> reply.next() != null).hasSizeGreaterThan(CONCEPTS);
    assertThat(findings(study, 0)).isEmpty();
  }

  @Test
  void one_stands_by_for_a_call_that_is_sent_with_it() {
    String study = submit("one-at-a-time", ALONE);

    stack.api.awaitFinished(study);

    assertThat(
            stack.count(
                """
                select count(*) from (
                  select sent from attempt where study = '%s' group by sent having count(*) > 1) x
                """
                    .formatted(study)))
        .isPositive();
  }

  @Test
  void a_reply_that_waited_for_a_writer_holds_no_place() throws IOException {
    int asked = stub.requests(ALONE).size();
    String study = submit("answered-meanwhile", ALONE);
    await().atMost(CEILING).until(() -> stub.requests(ALONE).size() > asked + CONCEPTS);
    ChildProcess orchestrator = stack.local.process(Role.ORCHESTRATOR);
    orchestrator.kill();
    List<String> underWay =
        stack
            .query("select id from attempt where status = 'SENT' and study = '%s'".formatted(study))
            .stream()
            .map(List::getFirst)
            .toList();
    await()
        .atMost(CEILING)
        .until(() -> replies().stream().map(Reply.Modelled::attempt).anyMatch(underWay::contains));
    long before = Files.size(orchestrator.log());
    orchestrator.start();

    stack.api.awaitFinished(study);

    assertThat(underWay).isNotEmpty();
    assertThat(Files.readString(orchestrator.log()).substring((int) before))
        .doesNotContain("attempts were lost");
  }

  @Test
  void what_stands_by_is_found_again_by_another_writer_and_after_a_worker_is_gone() {
    before = stub.requests("shared").size();
    String study = submit("killed", "shared");
    await().atMost(CEILING).until(() -> stub.requests("shared").size() > before + CONCEPTS);
    stack.local.process(Role.ORCHESTRATOR).kill();
    stack.local.process(Role.ORCHESTRATOR).start();
    int restarted = stub.requests("shared").size();
    await().atMost(CEILING).until(() -> stub.requests("shared").size() > restarted + CONCEPTS);
    stack.local.process(Role.STUDENT).kill();
    stack.local.process(Role.STUDENT).start();

    stack.api.awaitFinished(study);

    assertThat(findings(study, 2 * LIMIT)).isEmpty();
  }
}
