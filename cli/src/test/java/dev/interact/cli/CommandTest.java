package dev.interact.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands in a folder of their own against a prepared orchestrator. */
abstract class CommandTest {
  @TempDir Path root;
  StubOrchestrator orchestrator;

  final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void prepare() throws IOException {
    orchestrator = new StubOrchestrator();
    Files.writeString(
        root.resolve("tiny.jsonl"),
        """
        {"id":"c1","domain":"news","title":"T","context":"MARKED CONTEXT","quiz":[{"id":"i",\
        "question":"Q?","options":["a","b"],"answer":0}]}
        """);
    Files.writeString(
        root.resolve("models.yaml"),
        """
        models:
          offline: {base-url: 'http://127.0.0.1:9/v1', model: offline}
          hosted: {base-url: 'http://127.0.0.1:9/v1', model: big, key-env: BIG_KEY}
        """);
    study("offline");
  }

  @AfterEach
  void stop() {
    orchestrator.close();
  }

  final Path study(String student) throws IOException {
    return Files.writeString(
        studyFile(),
        """
        name: tiny # with a comment
        concepts: [tiny.jsonl]
        conditions: [closed-book]
        students: [%s]
        """
            .formatted(student));
  }

  final Path studyFile() {
    return root.resolve("tiny.yaml");
  }

  final int interact(String... arguments) {
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return Main.execute(new Workplace(root, environment::get, terminal), arguments);
  }

  final int run(String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "run",
                    studyFile().toString(),
                    "--url",
                    orchestrator.url(),
                    "--results",
                    root.resolve("results").toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return interact(arguments);
  }

  final String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  final String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
