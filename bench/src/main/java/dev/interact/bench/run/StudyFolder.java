package dev.interact.bench.run;

import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.contracts.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of the studies that make loads: as a user would write them. */
public record StudyFolder(Path path) {

  /**
   * Makes a folder with a registry of models.
   *
   * @param api where all models are
   */
  public static StudyFolder create(Path path, Collection<Model> models, URI api) {
    try {
      Files.createDirectories(path);
      StudyFolder folder = new StudyFolder(path);
      Files.writeString(folder.models(), registry(models, api));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path models() {
    return path.resolve("models.yaml");
  }

  /** The study file of a load. */
  public Path study(Load load) {
    return path.resolve(load.name() + ".yaml");
  }

  /** Writes the study of a load. */
  public Path write(Load load) {
    try {
      Path concepts = path.resolve(load.name() + ".jsonl");
      if (load.content().file().isPresent()) {
        copy(load.content().file().get(), load.concepts(), concepts);
      } else {
        write(load, concepts);
      }
      return Files.writeString(study(load), yaml(load, concepts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies the first concepts of a file. */
  private static void copy(Path file, int number, Path concepts) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      Files.write(concepts, lines.filter(line -> !line.isBlank()).limit(number).toList());
    }
  }

  private static void write(Load load, Path concepts) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(concepts)) {
      for (int i = 0; i < load.concepts(); i++) {
        Object concept = Tale.of(i, load.content().paragraphs(), load.content().items());
        out.write(new String(Json.write(concept), StandardCharsets.UTF_8));
        out.newLine();
      }
    }
  }

  private static String registry(Collection<Model> models, URI api) {
    return models.stream()
        .map(
            model ->
                """
                  %1$s:
                    base-url: %2$s
                    model: %3$s
                    concurrency: %4$d
                    initial-concurrency: %4$d
                    timeout-seconds: 600
                """
                    .formatted(model.alias(), api, model.latency().model(), model.allowed()))
        .collect(Collectors.joining("", "models:\n", ""));
  }

  private static String yaml(Load load, Path concepts) {
    return """
    name: %s
    concepts: [%s]
    conditions: %s
    turns: %d
    students: [%s]
    teachers: [%s]
    fresh: true
    """
        .formatted(
            load.name(),
            concepts.getFileName(),
            load.shape().conditions(),
            load.shape().turns(),
            load.student().alias(),
            load.teacher().alias());
  }
}
