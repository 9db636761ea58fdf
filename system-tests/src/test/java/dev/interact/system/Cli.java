package dev.interact.system;

import static org.awaitility.Awaitility.await;

import dev.interact.local.process.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The interact command as its users run it: a process of its own. Its folder is the current one of
 * its commands, and the data of its stacks is in there too.
 */
final class Cli {
  private static final Duration CEILING = Duration.ofMinutes(15);
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final List<String> FOREGROUND = foreground();

  private static final String COMMANDS =
      classPath(Stack.ROOT.resolve("cli/target"), "interact-cli-0.1.0-SNAPSHOT.jar");
  private static final String BENCH =
      classPath(Stack.ROOT.resolve("bench/target"), "interact-bench-0.1.0-SNAPSHOT.jar");

  /** Made anew by each JVM of tests, for what it runs alone: two might write a file at once. */
  private static final Path ARCHIVES =
      emptied(
          Stack.ROOT.resolve(
              "system-tests/target/archives-" + System.getProperty("interact.fork", "0")));

  private final Path folder;
  private final List<String> program;
  private final Map<String, String> environment = new HashMap<>();
  private final Set<ProcessHandle> started = new LinkedHashSet<>();
  private int commands;

  Cli(Path folder) {
    this(folder, List.of(archive("cli"), "-cp", COMMANDS, "dev.interact.cli.Main"));
  }

  /** The command {@code bench}, which is a program of its own. */
  static Cli bench(Path folder) {
    return new Cli(
        folder,
        List.of(archive("bench"), "-cp", COMMANDS + ":" + BENCH, "dev.interact.bench.Main"));
  }

  private Cli(Path folder, List<String> program) {
    this.folder = folder;
    this.program = program;
    environment.put("INTERACT_DATA", folder.resolve("data").toString());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets an environment variable for all commands from now on. */
  Cli with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** Writes a file into its folder and gives its name. */
  String write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  /** The text of a file in its folder. */
  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** How a command ended and what it printed. */
  record Ended(int exitCode, String out, String err) {}

  /** Runs a command to its end. */
  Ended run(String... arguments) {
    return start(arguments).end();
  }

  /**
   * A command in the background of a shell ignores Ctrl-C, and so do all below it, these tests too;
   * where env can undo that, it does.
   */
  private static List<String> foreground() {
    List<String> env = List.of("env", "--default-signal=INT");
    try {
      Process probe =
          new ProcessBuilder(Stream.concat(env.stream(), Stream.of("true")).toList()).start();
      return probe.waitFor() == 0 ? env : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs a command to its end that can write no file beyond a size: the disk is full for it. */
  Ended runWithFilesUpTo(int kilobytes, String... arguments) {
    return start(
            List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"), arguments)
        .end();
  }

  Command start(String... arguments) {
    return start(List.of(), arguments);
  }

  private Command start(List<String> shell, String... arguments) {
    String output = "command-" + ++commands;
    Path out = folder.resolve(output + ".out");
    Path err = folder.resolve(output + ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Stream.of(FOREGROUND.stream(), shell.stream(), java(), Stream.of(arguments))
                      .flatMap(part -> part)
                      .toList())
              .directory(folder.toFile())
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      // What the machine is set up for must not show in what is printed.
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("INTERACT_") || name.matches(".*_KEY|J.*_OPTIONS"));
      builder.environment().putAll(environment);
      return new Command(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> java() {
    return Stream.concat(
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Dinteract.root=" + Stack.ROOT),
        program.stream());
  }

  private static Path emptied(Path folder) {
    try {
      for (String program : List.of("cli", "bench")) {
        Files.deleteIfExists(Files.createDirectories(folder).resolve(program + ".jsa"));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of its commands that ends leaves its loaded classes to the others. */
  private static String archive(String program) {
    return "-XX:SharedArchiveFile=" + ARCHIVES.resolve(program + ".jsa");
  }

  private static String classPath(Path target, String jar) {
    return target.resolve(jar) + ":" + target.resolve("lib") + "/*";
  }

  /** All processes that its commands have started, and theirs, dead or alive. */
  Set<ProcessHandle> started() {
    return started;
  }

  /** Those of them that still run. */
  List<String> alive() {
    return started.stream()
        .filter(ProcessHandle::isAlive)
        .map(process -> process.pid() + " " + process.info().commandLine().orElse("?"))
        .toList();
  }

  /** Stops whatever a failed test has left. */
  void killAll() {
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** A command that may still run. */
  final class Command {
    private final Process process;
    private final Path out;
    private final Path err;

    private Command(Process process, Path out, Path err) {
      this.process = process;
      this.out = out;
      this.err = err;
    }

    /** Waits until it has printed a text to its standard error. */
    void awaitSaid(String text) {
      awaitWatching(() -> text(err).contains(text));
    }

    /** Presses Ctrl-C. */
    void interrupt() {
      Signal.INT.send(process.pid());
    }

    Ended end() {
      awaitWatching(() -> !process.isAlive());
      return new Ended(process.exitValue(), text(out), text(err));
    }

    private void awaitWatching(java.util.function.BooleanSupplier condition) {
      try {
        await()
            .atMost(CEILING)
            .pollDelay(Duration.ZERO)
            .pollInterval(LOOK)
            .until(
                () -> {
                  process.descendants().forEach(started::add);
                  return condition.getAsBoolean();
                });
      } catch (ConditionTimeoutException e) {
        process.destroyForcibly();
        throw new AssertionError("the command printed:\n" + text(out) + text(err), e);
      }
    }

    private static String text(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
