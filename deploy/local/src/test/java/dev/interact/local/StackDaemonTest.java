package dev.interact.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.local.data.StackState;
import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.ProcessId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDaemonTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path data;

  @Test
  void runsInTheBackgroundUntilItIsStopped() {
    var config = StubCheckout.services(data).withServices(EnumSet.of(Role.ORCHESTRATOR));
    var progress = Collections.synchronizedList(new ArrayList<String>());

    var spawned = StackDaemon.spawn(config, progress::add);
    var found = RunningStack.find(data).orElseThrow();

    assertThat(progress).anyMatch(line -> line.startsWith("orchestrator is ready"));
    assertThat(found.isReady()).isTrue();
    assertThat(found.orchestrator()).isEqualTo(spawned.orchestrator());
    assertThat(found.processes()).hasSize(3);
    assertThatThrownBy(() -> StackDaemon.spawn(config, line -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("Another Interact is running on " + data);

    found.stop();

    assertThat(RunningStack.find(data)).isEmpty();
    assertThat(found.processes().values()).noneMatch(process -> process.handle().isPresent());
  }

  @Test
  void saysWhyItCouldNotStart() {
    var config =
        StubCheckout.services(data)
            .withServices(Set.of(Role.ORCHESTRATOR))
            .withEnvironment("STUB_FAILS_WITH", "no schema");

    assertThatThrownBy(() -> StackDaemon.spawn(config, line -> {}))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("orchestrator stopped while starting: ERROR no schema");
  }

  @Test
  void whatAKilledSupervisorLeftIsStoppedAtTheNextStart() {
    var config = StubCheckout.services(data).withServices(EnumSet.of(Role.TEACHER));
    var killed = StackDaemon.spawn(config, line -> {});
    killed.supervisor().handle().orElseThrow().destroyForcibly();
    assertThat(killed.supervisor().exitsWithin(PATIENCE)).isTrue();
    assertThat(killed.processes().values()).allMatch(process -> process.handle().isPresent());
    assertThat(RunningStack.find(data)).isEmpty();

    var progress = Collections.synchronizedList(new ArrayList<String>());
    try (var stack = LocalStack.start(config, progress::add)) {
      assertThat(stack.processes()).allMatch(ChildProcess::isAlive);
      assertThat(killed.processes().values()).noneMatch(process -> process.handle().isPresent());
      assertThat(progress).contains("Stopped what a killed Interact left running (3)");
    }
  }

  @Test
  void whatAKilledSupervisorLeftCanBeStoppedWithoutAStart() {
    var killed = StackDaemon.spawn(StubCheckout.infrastructure(data), line -> {});
    killed.supervisor().handle().orElseThrow().destroyForcibly();
    assertThat(killed.supervisor().exitsWithin(PATIENCE)).isTrue();

    assertThat(RunningStack.stopLeftovers(data)).isEqualTo(2);

    assertThat(killed.processes().values()).noneMatch(process -> process.handle().isPresent());
  }

  @Test
  void aProcessNumberGivenToAnotherProcessIsLeftAlone() throws Exception {
    var bystander = new ProcessBuilder("sh", "-c", "read line").start();
    var recorded = new HashMap<String, ProcessId>();
    recorded.put("broker", new ProcessId(bystander.pid(), 0));
    new StackState(new ProcessId(bystander.pid(), 0), true, null, "", null, recorded)
        .write(data.resolve("stack.json"));

    assertThat(RunningStack.find(data)).isEmpty();
    assertThat(RunningStack.stopLeftovers(data)).isZero();

    assertThat(bystander.isAlive()).isTrue();
    bystander.destroyForcibly().waitFor();
  }
}
