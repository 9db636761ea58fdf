package dev.interact.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.image.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the concepts of the data files are about, as the model gets to see it. */
public final class Texts {

  private static final Path ROOT = Path.of(System.getProperty("interact.root", ".."));

  /** The files of samples, and those of the larger collections where they are there. */
  public static final List<String> FILES =
      List.of(
          "data/samples/academic-papers.jsonl",
          "data/samples/lyrics.jsonl",
          "data/samples/movie-plots.jsonl",
          "data/samples/news.jsonl",
          "data/samples/images.jsonl",
          "../shared/data/fairytales.jsonl",
          "../shared/data/news.jsonl");

  /**
   * A text or an image.
   *
   * @param text empty where it is an image
   * @param scene what an image shows, or empty
   */
  public record Material(JsonNode concept, String text, String scene) {

    /** What supports the answers of a quiz. */
    public String evidence() {
      return text + scene;
    }

    @Override
    public String toString() {
      return concept.path("id").asText();
    }
  }

  private Texts() {}

  public static Stream<Material> all() {
    return FILES.stream().flatMap(file -> of(file).stream());
  }

  /** Of one file; none where it is missing, which only the larger collections may be. */
  public static List<Material> of(String file) {
    Path path = ROOT.resolve(file);
    if (file.startsWith("..") && !Files.exists(path) && System.getenv("CI") == null) {
      return List.of();
    }
    try {
      return Files.readAllLines(path).stream().map(Texts::material).toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static Material material(String line) {
    try {
      JsonNode concept = new ObjectMapper().readTree(line);
      if (!concept.has("image")) {
        return new Material(concept, concept.get("context").asText(), "");
      }
      Path image = ROOT.resolve("data/samples").resolve(concept.get("image").asText());
      return new Material(concept, "", Scene.describe(Files.readAllBytes(image)));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
