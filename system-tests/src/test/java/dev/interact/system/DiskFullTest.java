package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.interact.local.Role;
import dev.interact.local.postgres.Postgres;
import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.ProcessTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's disk is full: the study waits, says why, and goes on when there is space. */
class DiskFullTest {
  private static final Duration CEILING = Duration.ofMinutes(2);
  private static final int CONCEPTS = 40;
  private static final int MEGABYTES = 160;

  @TempDir private Path data;
  private final ModelStub stub = new ModelStub();
  private SmallDisk disk;
  private Stack stack;

  @BeforeEach
  void start() throws IOException {
    Path small = Files.createDirectory(data.resolve("small"));
    disk = SmallDisk.mount(small, data.resolve("stack/logs/postgres.log"), MEGABYTES);
    Files.createDirectories(data.resolve("stack"));
    Files.createSymbolicLink(data.resolve("stack/postgres"), created(small.resolve("postgres")));
    stack =
        Stack.withModels(
            data, stub.model("steady", stub.answers(Duration.ofMillis(50)), "concurrency: 16"));
  }

  /** An empty database; one that exists is used where it is. */
  private Path created(Path place) throws IOException {
    Path logs = Files.createDirectories(data.resolve("created"));
    ChildProcess postgres =
        new Postgres(
            Stack.ROOT.resolve(".interact/cache"), place, new ProcessTable(logs, () -> {}));
    postgres.start();
    postgres.stop();
    return place;
  }

  @AfterEach
  void stop() {
    if (stack != null) {
      stack.close();
    }
    stub.close();
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void a_full_disk_of_the_database_makes_a_study_wait_and_loses_nothing() {
    List<String> undisturbed;
    try (Trial trial = begin("undisturbed")) {
      undisturbed = trial.answers();
    }
    try (Trial trial = begin("disk-full")) {
      stack.api.awaitOver(trial.study, 1);

      disk.fill();

      await("a write fails").atMost(CEILING).until(() -> disk.fired() > 0);
      String said = whatItSays(trial);
      disk.empty();
      startAgainIfItStopped(stack.local.process(Role.POSTGRES));
      assertThat(trial.answers()).isEqualTo(undisturbed);
      trial.assertClean(disk);
      assertThat(said).as("why the study waited").contains("disk");
    }
  }

  private Trial begin(String name) {
    Map<String, String> settings = Map.of("conditions", "[dynamic]", "turns", "3", "fresh", "true");
    return new Trial(stack, stub, Stack.study(name, "steady", settings), Concepts.some(CONCEPTS));
  }

  /** What the status says, or why there is none. */
  private String waiting(Trial trial) {
    try {
      return stack.api.status(trial.study).path("waiting").toString();
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }

  /** What the status says the study waits for, once it does; the last status where it does not. */
  private String whatItSays(Trial trial) {
    AtomicReference<String> said = new AtomicReference<>("");
    try {
      await("the status says that it waits")
          .atMost(Duration.ofSeconds(20))
          .ignoreExceptions()
          .until(
              () -> {
                said.set(waiting(trial));
                return said.get().contains("disk");
              });
    } catch (org.awaitility.core.ConditionTimeoutException e) {
      // Judged when it is known whether anything was lost.
    }
    return said.get();
  }

  /** As whoever made space would do. */
  private static void startAgainIfItStopped(ChildProcess postgres) {
    if (!postgres.isAlive()) {
      System.out.println("PostgreSQL had stopped on the full disk");
      postgres.restart();
    }
  }
}
