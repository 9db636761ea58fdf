package dev.interact.cli.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.cli.CommandFailed;
import dev.interact.contracts.Json;
import dev.interact.preparation.set.ConceptProvenance;
import dev.interact.preparation.set.DataSet;
import dev.interact.study.Concept.QuizItem;
import dev.interact.study.file.Utf8Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A concept of a data set, without the bytes of its image.
 *
 * @param context null where it is an image
 * @param image path within the set; null where it is a text
 * @param cluster that it names; null for none
 * @param prepared how it was prepared
 */
public record SetConcept(
    String id,
    String domain,
    String title,
    String context,
    String image,
    JsonNode cluster,
    List<QuizItem> quiz,
    ConceptProvenance prepared) {

  /**
   * An item that is in no quiz.
   *
   * @param item null where the author's reply could not be read
   */
  public record Dropped(String concept, QuizItem item) {}

  /** The independent unit that it belongs to: its cluster where it names one, else itself. */
  public String unit() {
    return cluster == null || cluster.isNull() ? alone(id) : "cluster " + cluster.asText();
  }

  /** The unit of a concept without a cluster. */
  static String alone(String concept) {
    return "concept " + concept;
  }

  /** Hands over the concepts of a set one by one. */
  public static void forEach(DataSet set, Consumer<SetConcept> sink) {
    read(set.concepts(), SetConcept.class, sink);
  }

  /** Hands over the dropped items of a set one by one. */
  public static void forEachDropped(DataSet set, Consumer<Dropped> sink) {
    read(set.dropped(), Dropped.class, sink);
  }

  private static <T> void read(Path file, Class<T> type, Consumer<T> sink) {
    try {
      Utf8Lines.forEach(
          file,
          (line, number) -> {
            if (line.length > 0) {
              sink.accept(Json.read(line, type));
            }
          });
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    }
  }
}
