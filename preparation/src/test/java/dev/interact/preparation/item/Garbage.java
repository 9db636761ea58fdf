package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What models should never reply: bodies of the corpus, as if a model had said them. */
final class Garbage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Garbage() {}

  static List<String> texts() {
    Path corpus =
        Path.of(
            System.getProperty("interact.root"), "system-tests/src/test/resources/garbage.jsonl");
    try {
      List<String> texts = new ArrayList<>();
      for (String line : Files.readAllLines(corpus)) {
        texts.add(text(JSON.readTree(line).path("body")));
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode body) {
    StringBuilder text = new StringBuilder();
    body.forEach(
        part ->
            text.append(
                part.path("text").asText().repeat(Math.max(1, part.path("times").asInt()))));
    return text.toString();
  }
}
