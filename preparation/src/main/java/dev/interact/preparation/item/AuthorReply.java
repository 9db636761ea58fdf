package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.study.Concept.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the items that an author wrote. */
public final class AuthorReply {
  private AuthorReply() {}

  /** The items of a reply, in order; none where it cannot be read. At most a hundred. */
  public static List<Draft> read(String reply) {
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode written : LenientJson.objects(reply, "question")) {
      drafts.add(draft(drafts.size() + 1, written));
    }
    return List.copyOf(drafts);
  }

  private static Draft draft(int number, JsonNode written) {
    WrittenOptions options = WrittenOptions.of(written.path("options"));
    return new Draft(
        number,
        level(ModelText.of(written.path("level"))),
        ModelText.of(written.path("question")),
        options.texts(),
        options.position(written.path("answer")),
        evidence(written.path("evidence")));
  }

  private static Level level(String name) {
    return Arrays.stream(Level.values())
        .filter(level -> level.label().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  private static List<String> evidence(JsonNode written) {
    List<String> quotes = new ArrayList<>();
    if (written.isTextual()) {
      quotes.add(ModelText.of(written));
    }
    written.forEach(quote -> quotes.add(ModelText.of(quote)));
    quotes.removeIf(String::isBlank);
    return quotes;
  }
}
