package dev.interact.preparation.item;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds JSON objects in what a model wrote, wherever they stand: alone, in a list, in a code fence,
 * among words, in a reply that breaks off.
 */
final class LenientJson {
  /** More than any quiz has; what comes after is not looked at. */
  static final int MOST_OBJECTS = 100;

  /** Braces that begin nothing that is looked for. */
  private static final int MOST_TRIES = 200;

  private static final String THOUGHT_OVER = "</think>";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final String text;
  private final String field;
  private final List<ObjectNode> found = new ArrayList<>();
  private int tries;

  private LenientJson(String text, String field) {
    this.text = text;
    this.field = field;
  }

  /**
   * The objects of a reply that have a field, in order.
   *
   * @return at most {@link #MOST_OBJECTS}
   */
  static List<ObjectNode> objects(String reply, String field) {
    int thought = reply.lastIndexOf(THOUGHT_OVER);
    String said = thought < 0 ? reply : reply.substring(thought + THOUGHT_OVER.length());
    LenientJson json = new LenientJson(said, field);
    json.search();
    return json.found;
  }

  private void search() {
    int at = text.indexOf('{');
    while (at >= 0 && tries < MOST_TRIES && found.size() < MOST_OBJECTS) {
      at = text.indexOf('{', take(at).orElse(at + 1));
    }
  }

  /** The end of the object that begins here, if it is one that is looked for. */
  private Optional<Integer> take(int begin) {
    try (JsonParser parser = MAPPER.createParser(text.substring(begin))) {
      JsonNode node = MAPPER.readTree(parser);
      if (node instanceof ObjectNode object && object.has(field)) {
        found.add(object);
        return Optional.of(begin + (int) parser.currentLocation().getCharOffset());
      }
    } catch (IOException e) {
      // Braces among words; what is looked for may begin at the next one.
    }
    tries++;
    return Optional.empty();
  }
}
