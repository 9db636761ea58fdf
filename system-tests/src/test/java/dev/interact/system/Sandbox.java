package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that looks like the checkout to the commands of the documentation: what they may write
 * to is a copy, {@code ./interact} is the command line as it was built, and the stack that runs
 * here is a test's.
 */
final class Sandbox implements AutoCloseable {
  private static final long LONGEST_MINUTES = 15;

  /** What a page means where it speaks of a reader's own study. */
  private static final String ANY_STUDY =
      """
      name: my-study
      concepts: [docs/examples/tales.jsonl]
      conditions: [closed-book]
      students: [offline]
      """;

  private static final List<String> LINKED =
      List.of("data", "models.yaml", "teacher-service", "student-service", "quiz-service");

  /** {@code down} would stop this JVM, which runs the stack; {@code test} would run this test. */
  private static final String COMMAND =
      """
      #!/bin/sh
      case "$*" in down | test | test\\ *) exit 0 ;; esac
      exec java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -Dinteract.root="%s" \
        -cp "%s:%s/*" dev.interact.cli.Main "$@"
      """;

  private final Path folder;
  private final List<Path> links = new ArrayList<>();

  /**
   * Makes the folder.
   *
   * @param data the data directory of the stack that runs
   */
  Sandbox(Path folder, Path data) throws IOException {
    this.folder = Files.createDirectories(folder);
    copy("docs");
    copy("studies");
    for (String name : LINKED) {
      link(name, Stack.ROOT.resolve(name));
    }
    link(".interact", data);
    Files.writeString(folder.resolve("my-study.yaml"), ANY_STUDY);
    Path cli = Stack.ROOT.resolve("cli/target");
    Path jar = cli.resolve("interact-cli-0.1.0-SNAPSHOT.jar");
    Files.writeString(
            folder.resolve("interact"), COMMAND.formatted(folder, jar, cli.resolve("lib")))
        .toFile()
        .setExecutable(true);
  }

  private void link(String name, Path target) throws IOException {
    links.add(Files.createSymbolicLink(folder.resolve(name), target));
  }

  /** Takes away what leads out of the folder. */
  @Override
  public void close() throws IOException {
    for (Path link : links) {
      Files.deleteIfExists(link);
    }
  }

  private void copy(String name) throws IOException {
    Path source = Stack.ROOT.resolve(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(name).resolve(source.relativize(file).toString()));
      }
    }
  }

  /** How a program ended, and what it printed: results, and everything. */
  record Ended(int exitCode, String out, String all) {}

  /** Runs a script to its end. */
  Ended bash(String script) {
    return run("bash", "-eu", "-c", script);
  }

  /** Runs a script, which must end well, and prints what it printed. */
  void succeed(String script) {
    Ended ended = bash(script);
    System.out.print(ended.all());
    assertThat(ended.exitCode()).as("%s printed:%n%s", script, ended.all()).isZero();
  }

  /** Runs a program that reads a text. */
  Ended feed(String program, String text) {
    try {
      Path input = Files.writeString(Files.createTempFile(folder, "input", ""), text);
      return bash(program + " < " + input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ended run(String... command) {
    try {
      Path out = Files.createTempFile(folder, "command", ".out");
      Path err = Files.createTempFile(folder, "command", ".err");
      Process process =
          builder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        stop(process);
        throw new AssertionError("still running: " + String.join(" ", command));
      }
      String printed = Files.readString(out);
      return new Ended(process.exitValue(), printed, printed + Files.readString(err));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a script that goes on. */
  Process start(String script) throws IOException {
    return builder("bash", "-eu", "-c", script)
        .redirectOutput(folder.resolve("started.log").toFile())
        .redirectErrorStream(true)
        .start();
  }

  /** Stops a process and those that it started. */
  static void stop(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  /** No key of this machine is seen in here, and {@code java} is the one that runs the test. */
  private ProcessBuilder builder(String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Path.of("/dev/null").toFile());
    var environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.matches("INTERACT_.*|OPENAI_.*|.*_KEY|.*_TOKEN|J.*_OPTIONS"));
    environment.merge(
        "PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
    return builder;
  }

  /** Whether a program is there. */
  boolean has(String program) {
    return run("sh", "-c", "command -v " + program).exitCode() == 0;
  }

  /** The text of a file in it. */
  String read(String file) {
    return Fence.read(folder.resolve(file));
  }
}
