package dev.interact.orchestrator.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Concept;
import dev.interact.study.input.ContentHash;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** The concepts of a study, as {@code concepts.jsonl} has them: images by their hashes alone. */
@Singleton
public class Concepts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Library library;

  Concepts(Library library) {
    this.library = library;
  }

  /** Hands over the concepts of a study, in its order. */
  void of(StudyRow study, Consumer<JsonNode> sink) {
    library
        .study(study.id)
        .concepts()
        .forEach(hash -> sink.accept(line(library.concept(hash).concept())));
  }

  /** A concept; its image by its hash alone. */
  public static JsonNode line(Concept concept) {
    ObjectNode line = JSON.valueToTree(concept);
    if (concept.image() != null) {
      line.putObject("image")
          .put("media_type", concept.image().mediaType())
          .put("hash", ContentHash.of("image", concept.image()));
    }
    return line;
  }
}
