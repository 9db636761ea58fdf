package dev.interact.bench.run;

import dev.interact.bench.load.Case;
import dev.interact.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of the study that makes a load: as a user would write them. */
record StudyFolder(Path path) {
  private static final String CONTEXT =
      """
      Tale %d. A heron kept the only ford of the river. She let nobody pass without a toll of one \
      silver button. When the miller came with no buttons left on his coat, she asked for a song \
      instead. He sang of the winter in which the river froze and everyone crossed for nothing. \
      The heron wept, and from that day she has asked for no toll at all.""";

  /** Writes a study with as many concepts as the load has dialogues. */
  static StudyFolder write(Path path, Case load, URI model) {
    try {
      Files.createDirectories(path);
      Files.writeString(path.resolve("models.yaml"), registry(load, model));
      Files.writeString(path.resolve("study.yaml"), study(load));
      Files.writeString(path.resolve("concepts.jsonl"), concepts(load.dialogues()));
      return new StudyFolder(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path models() {
    return path.resolve("models.yaml");
  }

  Path study() {
    return path.resolve("study.yaml");
  }

  private static String registry(Case load, URI model) {
    return """
    models:
      stub:
        base-url: %s
        model: stub
        concurrency: %d
        timeout-seconds: 600
    """
        .formatted(model, load.allowed());
  }

  private static String study(Case load) {
    return """
    name: bench-%s
    concepts: [concepts.jsonl]
    conditions: [dynamic]
    turns: %d
    students: [stub]
    teachers: [stub]
    fresh: true
    """
        .formatted(load.name(), load.turns());
  }

  private static String concepts(int number) {
    return IntStream.range(0, number)
        .mapToObj(StudyFolder::concept)
        .map(concept -> new String(Json.write(concept), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Map<String, Object> concept(int number) {
    return Map.of(
        "id",
        "tale-" + number,
        "domain",
        "tales",
        "title",
        "The heron and the toll, " + number,
        "context",
        CONTEXT.formatted(number),
        "quiz",
        Stream.of("e1", "m1", "h1").map(item -> item(item, number)).toList());
  }

  private static Map<String, Object> item(String id, int number) {
    return Map.of(
        "id",
        id,
        "question",
        "What does %s ask of tale %d?".formatted(id, number),
        "options",
        List.of("a silver button", "a copper coin", "a loaf of bread", "a feather"),
        "answer",
        0);
  }
}
