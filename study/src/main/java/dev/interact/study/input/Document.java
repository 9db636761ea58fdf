package dev.interact.study.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.serialization.node.JsonNodeFactoryFactory;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A YAML file as a tree that knows its lines.
 *
 * @param file its name, as the user knows it
 * @param root a mapping
 */
public record Document(String file, JsonNode root) {
  private static final JsonNodeFactoryFactory LINES = LocationJsonNodeFactoryFactory.getInstance();
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /**
   * Reads a file.
   *
   * @throws InvalidInput if the text is no YAML mapping
   */
  public static Document yaml(String text, String file) {
    try (JsonParser parser = YAML.createParser(text)) {
      JsonNode root = YAML.reader(LINES.getJsonNodeFactory(parser)).readTree(parser);
      if (root == null || !root.isObject()) {
        throw InvalidInput.of(file, "must hold fields, each as 'name: value'; it has none");
      }
      return new Document(file, root);
    } catch (JsonProcessingException e) {
      throw new InvalidInput(List.of(problem(file, e)));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  private static Problem problem(String file, JsonProcessingException e) {
    JsonLocation where = e.getLocation();
    int line = where == null ? 0 : Math.max(0, where.getLineNr());
    return new Problem(file, line, null, "is not valid YAML: " + reason(e));
  }

  /** The parser's lines that start in the first column; the others quote the file. */
  private static String reason(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(text -> !text.isBlank() && !Character.isWhitespace(text.charAt(0)))
        .collect(Collectors.joining(": "));
  }

  /**
   * A problem of one field.
   *
   * @param path names and indexes from the root; where the field is missing, its nearest parent
   *     gives the line
   */
  public Problem problem(FieldPath path, String message) {
    return new Problem(file, line(path), path.toString(), message);
  }

  /** The value at a path; missing where there is none. */
  public JsonNode at(FieldPath path) {
    JsonNode node = root;
    for (Object step : path.steps()) {
      node = child(node, step);
    }
    return node;
  }

  private int line(FieldPath path) {
    JsonNode node = root;
    int line = 0;
    for (Object step : path.steps()) {
      node = child(node, step);
      if (node.isMissingNode()) {
        return line;
      }
      line = JsonNodes.tokenLocationOf(node).getLineNr();
    }
    return line;
  }

  private static JsonNode child(JsonNode node, Object step) {
    return step instanceof Integer index ? node.path(index) : node.path(step.toString());
  }
}
