package dev.interact.system;

import dev.interact.local.Role;
import dev.interact.local.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two orchestrators the one that decides is killed, again and again. */
@Tag("soak")
class TakeOverSoakTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final int KILLS = 10;
  private static final int CONCEPTS = 20;

  @TempDir static Path data;
  private static ModelStub stub;
  private static Stack stack;
  private static List<ChildProcess> orchestrators;

  @BeforeAll
  static void start() throws IOException {
    stub = new ModelStub();
    stack =
        Stack.withModels(
            data, stub.model("steady", stub.answers(Duration.ofMillis(400)), "concurrency: 8"));
    orchestrators =
        List.of(
            stack.local.process(Role.ORCHESTRATOR), stack.local.startAnother(Role.ORCHESTRATOR));
  }

  @AfterAll
  static void stop() {
    stack.close();
    stub.close();
  }

  private static ChildProcess writer() {
    String holder = stack.tables.rows("select holder from writer").getFirst().getFirst();
    return orchestrators.stream()
        .filter(each -> each.name().equals(holder))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_other_goes_on_with_the_work_within_15_seconds() {
    stub.ration().hold();
    Trial trial =
        new Trial(
            stack,
            stub,
            Stack.study(
                "taken-over",
                "steady",
                Map.of("conditions", "[dynamic]", "turns", "4", "fresh", "true")),
            Concepts.some(CONCEPTS));
    TakeOvers takeOvers = new TakeOvers(trial);
    for (int kill = 0; kill < KILLS; kill++) {
      takeOvers.next();
    }
    stub.liftAll();
    trial.assertClean(takeOvers);
  }

  private static final class TakeOvers implements Fault {
    private final Trial trial;
    private final int share;
    private final List<Duration> taken = new ArrayList<>();

    TakeOvers(Trial trial) {
      this.trial = trial;
      this.share = trial.share(KILLS);
    }

    void next() {
      stub.ration().allow(share / 2);
      Awaitility.await().atMost(CEILING).until(() -> trial.inFlight("") > 4);
      ChildProcess writer = writer();
      Instant since = Instant.now();
      writer.kill();
      stub.ration().allow(share - share / 2);
      taken.add(trial.awaitMovesOn(since, LIMIT));
      writer.start();
    }

    @Override
    public String name() {
      Collections.sort(taken);
      return "killed and taken over after %s in the median, %s at most"
          .formatted(taken.get(taken.size() / 2), taken.getLast());
    }

    @Override
    public long fired() {
      return taken.size();
    }
  }
}
