package dev.interact.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.local.data.DataDirectory;
import dev.interact.local.process.CommandLine;
import dev.interact.local.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs a stack in the background until it is told to stop. It reads its {@link StackConfig} as JSON
 * from the standard input, for settings may be secret, and prints lines about its progress until
 * the last, which says whether the stack is up.
 */
public final class StackDaemon {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int HEAP_MEGABYTES = 96;
  private static final String READY = "ready";
  private static final String FAILED = "failed: ";

  private StackDaemon() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var config = JSON.readValue(System.in, StackConfig.class);
    try {
      LocalStack.start(config, System.out::println);
    } catch (StackException e) {
      System.out.println(FAILED + e.getMessage());
      System.exit(1);
    }
    System.out.println(READY);
    new CountDownLatch(1).await();
  }

  /**
   * Starts a stack that outlives this process, and returns when it is ready.
   *
   * @throws StackException if it cannot start
   */
  public static RunningStack spawn(StackConfig config, Consumer<String> progress) {
    try {
      var daemon = launch(config);
      var stopTogether = new Thread(daemon::destroy, "stop-daemon");
      Runtime.getRuntime().addShutdownHook(stopTogether);
      follow(daemon, progress);
      Runtime.getRuntime().removeShutdownHook(stopTogether);
      return RunningStack.find(config.dataDirectory())
          .orElseThrow(() -> StackException.because("Interact stopped as soon as it was up."));
    } catch (IOException e) {
      throw StackException.cannotStart("the stack", e);
    }
  }

  private static Process launch(StackConfig config) throws IOException {
    var logs = Files.createDirectories(new DataDirectory(config.dataDirectory()).logs());
    var command = new JavaCommand(HEAP_MEGABYTES).main(StackDaemon.class).line();
    var daemon =
        new ProcessBuilder(detached(command))
            .redirectError(logs.resolve("daemon.log").toFile())
            .start();
    try (var in = daemon.getOutputStream()) {
      JSON.writeValue(in, config);
    }
    return daemon;
  }

  private static List<String> detached(List<String> command) {
    var inOwnSession = CommandLine.inOwnSession(command);
    return inOwnSession.equals(command)
        ? CommandLine.join(List.of("nohup"), command)
        : inOwnSession;
  }

  private static void follow(Process daemon, Consumer<String> progress) throws IOException {
    try (var out =
        new BufferedReader(
            new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = out.readLine(); !READY.equals(line); line = out.readLine()) {
        if (line == null) {
          throw StackException.because("The stack's supervisor stopped while starting.");
        }
        if (line.startsWith(FAILED)) {
          throw StackException.because(line.substring(FAILED.length()));
        }
        progress.accept(line);
      }
    }
  }
}
