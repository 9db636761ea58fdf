package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two orchestrators one decides; the other takes over when that one is stopped or killed. */
class TwoOrchestratorsTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 10;
  private static final int TURNS = 3;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static ChildProcess first;
  private static ChildProcess second;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data, stub.model("steady", stub.answers(Duration.ofMillis(400)), "concurrency: 8"));
    first = stack.local.process(Role.ORCHESTRATOR);
    second = stack.local.startAnother(Role.ORCHESTRATOR);
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static String study(String name) {
    return Stack.study(
        name,
        "steady",
        Map.of("conditions", "[dynamic]", "turns", String.valueOf(TURNS), "fresh", "true"));
  }

  private static String writer() {
    return stack.tables.rows("select holder from writer").getFirst().getFirst();
  }

  @Test
  void one_that_was_frozen_and_replaced_changes_nothing_and_one_that_is_killed_is_replaced() {
    assertThat(writer()).isEqualTo(first.name());
    Api other = new Api(stack.local.uri(second));
    Trial frozen = new Trial(stack, stub, study("frozen-writer"), Concepts.some(CONCEPTS));
    await().atMost(CEILING).until(() -> frozen.inFlight("") > 4);

    Signal.STOP.send(first.pid());
    await("the other takes over").atMost(CEILING).until(() -> writer().equals(second.name()));
    JsonNode over = other.awaitFinished(frozen.study);
    assertThat(over.path("dialogues").path("finished").asInt()).isEqualTo(CONCEPTS);
    Signal.CONT.send(first.pid());

    frozen.assertClean(new Took(second));

    Trial killed = new Trial(stack, stub, study("killed-writer"), Concepts.some(CONCEPTS));
    await().atMost(CEILING).until(() -> killed.inFlight("") > 4);
    second.kill();
    await("the first takes over").atMost(CEILING).until(() -> writer().equals(first.name()));
    killed.assertClean(new Took(first));
  }

  /** Proof that a process has become the writer. */
  private record Took(ChildProcess process) implements Fault {
    @Override
    public String name() {
      return process.name() + " took over";
    }

    @Override
    public long fired() {
      return stack.tables.count(
          "select count(*) from writer where holder = ? and epoch > 1", process.name());
    }
  }
}
