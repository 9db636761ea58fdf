package dev.interact.cli.stack;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Workplace;
import dev.interact.local.LocalStack;
import dev.interact.local.Role;
import dev.interact.local.StackConfig;
import dev.interact.local.process.ChildProcess;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The services that a study runs on; stops on close what it started, and nothing else. */
public final class Backend implements AutoCloseable {
  private static final List<Role> INDISPENSABLE =
      List.of(Role.BROKER, Role.POSTGRES, Role.ORCHESTRATOR);

  private final URI orchestrator;
  private final LocalStack started;
  private final Consumer<String> told;
  private final Set<String> gone = new HashSet<>();

  private Backend(URI orchestrator, LocalStack started, Workplace workplace) {
    this.orchestrator = orchestrator;
    this.started = started;
    this.told = workplace.terminal()::say;
  }

  /** Services that run already, if there are any. */
  public static Optional<Backend> running(UrlOption url, Workplace workplace) {
    return url.running(workplace).map(found -> new Backend(found, null, workplace));
  }

  /**
   * Starts services on this machine, for one study: another one that was interrupted here earlier
   * stays so until it is asked for.
   */
  public static Backend start(PortOption port, ModelsOption models, Workplace workplace) {
    StackConfig config =
        config(port, models, workplace)
            .withEnvironment("INTERACT_RESUME_ON_START", "false")
            .learning();
    LocalStack stack = LocalStack.start(config, workplace.terminal()::say);
    return new Backend(stack.orchestrator(), stack, workplace);
  }

  static StackConfig config(PortOption port, ModelsOption models, Workplace workplace) {
    return StackConfig.of(workplace.root())
        .withDataDirectory(workplace.dataDirectory())
        .withOrchestratorPort(port.port())
        .withModels(models.file(workplace));
  }

  public URI orchestrator() {
    return orchestrator;
  }

  /**
   * Looks after the services that this command started. A worker may have a substitute, started by
   * hand, so its end is told once; without the others nothing goes on.
   */
  public void check() {
    if (started == null) {
      return;
    }
    for (ChildProcess process : started.processes()) {
      if (!process.isAlive() && gone.add(process.name())) {
        String sentence = "%s has stopped (log: %s).".formatted(process.name(), process.log());
        if (INDISPENSABLE.stream().map(started::process).anyMatch(process::equals)) {
          throw CommandFailed.noStack(sentence, null);
        }
        told.accept(sentence);
      }
    }
  }

  @Override
  public void close() {
    if (started != null) {
      started.close();
    }
  }
}
