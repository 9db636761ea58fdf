package dev.interact.local;

import dev.interact.local.process.ChildProcess;
import dev.interact.local.process.Ports;
import java.nio.file.Files;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts processes side by side, each once those that it needs are ready. */
final class StartUp {
  private static final Executor THREADS = Thread::startVirtualThread;

  private final Map<Role, CompletableFuture<Void>> started = new EnumMap<>(Role.class);
  private final Consumer<String> progress;

  private StartUp(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Finds what would fail before anything has started. */
  static void check(StackConfig config) {
    for (var service : config.services()) {
      if (!Files.exists(config.jar(service))) {
        throw StackException.because(service.title() + " is not built; run ./mvnw package.");
      }
    }
    int port = config.orchestratorPort();
    if (port != 0 && config.services().contains(Role.ORCHESTRATOR) && Ports.isInUse(port)) {
      throw StackException.portInUse(port);
    }
  }

  /**
   * Returns when all are ready, or throws what failed first, once nothing is starting any more:
   * what prepares itself then, such as a new database, cannot be stopped.
   *
   * @param processes in the order of their roles, so that those needed come first
   */
  static void run(EnumMap<Role, ChildProcess> processes, Consumer<String> progress) {
    var startUp = new StartUp(progress);
    processes.forEach(startUp::add);
    startUp.await();
  }

  private void add(Role role, ChildProcess process) {
    var needed = role.needs().stream().map(started::get).toArray(CompletableFuture[]::new);
    started.put(role, CompletableFuture.allOf(needed).thenRunAsync(() -> start(process), THREADS));
  }

  private void start(ChildProcess process) {
    long begin = System.nanoTime();
    process.start();
    double seconds = (System.nanoTime() - begin) / 1e9;
    progress.accept(String.format(Locale.ROOT, "%s is ready (%.1f s)", process.name(), seconds));
  }

  private void await() {
    var all = CompletableFuture.allOf(started.values().toArray(CompletableFuture[]::new));
    for (var each : started.values()) {
      each.exceptionally(
          failure -> {
            all.completeExceptionally(failure);
            return null;
          });
    }
    try {
      all.join();
    } catch (CompletionException e) {
      started.values().forEach(each -> each.exceptionally(failure -> null).join());
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
