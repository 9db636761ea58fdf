package dev.interact.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A checkout for the benchmark: what was built here, with a command that builds nothing and a
 * quickstart of one call.
 */
final class BuiltCheckout implements AutoCloseable {
  private static final List<String> LINKED =
      List.of(
          "orchestrator",
          "teacher-service",
          "student-service",
          "quiz-service",
          "offline-model",
          "models.yaml");

  private static final String COMMAND =
      """
      #!/bin/sh
      exec "%s/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -Dinteract.root="%s" -cp "%s:%s/*" \
        dev.interact.cli.Main "$@"
      """;

  private static final String QUICKSTART =
      """
      name: quickstart
      concepts: [concepts.jsonl]
      conditions: [closed-book]
      students: [offline]
      """;

  private final Path root;
  private final List<Path> links = new ArrayList<>();

  BuiltCheckout(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("studies"));
    Files.createDirectories(root.resolve(".interact"));
    for (String name : LINKED) {
      link(name, Stack.ROOT.resolve(name));
    }
    link(".interact/cache", Files.createDirectories(Stack.ROOT.resolve(".interact/cache")));
    Path cli = Stack.ROOT.resolve("cli/target");
    Path jar = cli.resolve("interact-cli-0.1.0-SNAPSHOT.jar");
    String java = System.getProperty("java.home");
    Files.writeString(
            root.resolve("interact"), COMMAND.formatted(java, root, jar, cli.resolve("lib")))
        .toFile()
        .setExecutable(true);
    Files.writeString(root.resolve("studies/quickstart.yaml"), QUICKSTART);
    Files.writeString(root.resolve("studies/concepts.jsonl"), tales(1));
  }

  private void link(String name, Path target) throws IOException {
    links.add(Files.createSymbolicLink(root.resolve(name), target));
  }

  /** Concepts, each with a quiz of its own. */
  static String tales(int number) {
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                """
                {"id": "tale-%1$d", "domain": "story", "title": "Tale %1$d", "context": "Heron %1$d wept.", \
                "quiz": [{"id": "e1", "question": "Who wept in %1$d?", "options": ["heron %1$d", "mule"], "answer": 0}]}
                """
                    .formatted(i))
        .collect(Collectors.joining());
  }

  Path root() {
    return root;
  }

  /** Takes away what leads out of the folder. */
  @Override
  public void close() throws IOException {
    for (Path link : links) {
      Files.deleteIfExists(link);
    }
  }
}
