package dev.interact.worker.garbage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Collects the lines of the corpus as its generators make them. */
final class Corpus {
  static final List<String> COMPLETED = List.of("completed");
  static final List<String> TRANSIENT = List.of("transient");
  static final List<String> REJECTED = List.of("rejected");
  static final List<String> COMPLETED_OR_TRANSIENT = List.of("completed", "transient");

  private static final long SEED = 20241216;
  private final Random random = new Random(SEED);
  private final List<Garbage> lines = new ArrayList<>();

  /** The whole corpus, always the same. */
  static List<Garbage> generate() {
    Corpus corpus = new Corpus();
    BrokenBodies.addTo(corpus);
    OddCompletions.addTo(corpus);
    RefusedRequests.addTo(corpus);
    OddSheets.addTo(corpus);
    return List.copyOf(corpus.lines);
  }

  Random random() {
    return random;
  }

  /** A reply with status 200 to whatever was asked. */
  void add(String name, String body, List<String> outcomes) {
    add(name, part(body), outcomes);
  }

  void add(String name, Garbage.Part body, List<String> outcomes) {
    add(name, List.of(body), outcomes);
  }

  void add(String name, List<Garbage.Part> body, List<String> outcomes) {
    add(name, 200, Map.of(), body, outcomes);
  }

  void add(
      String name,
      int status,
      Map<String, String> headers,
      List<Garbage.Part> body,
      List<String> outcomes) {
    Garbage.Request to = random.nextBoolean() ? Garbage.Request.QUESTION : Garbage.Request.SHEET;
    lines.add(new Garbage(name, to, status, headers, body, 0, outcomes));
  }

  void addCut(String name, String body, int missing) {
    lines.add(
        new Garbage(
            name,
            Garbage.Request.QUESTION,
            200,
            Map.of(),
            List.of(part(body)),
            missing,
            TRANSIENT));
  }

  void addSheet(String name, String answer) {
    lines.add(
        new Garbage(
            name,
            Garbage.Request.SHEET,
            200,
            Map.of(),
            List.of(part(completion(answer).toString())),
            0,
            COMPLETED));
  }

  static Garbage.Part part(String text) {
    return new Garbage.Part(text, null, 0);
  }

  static Garbage.Part part(byte[] bytes) {
    return new Garbage.Part(null, bytes, 0);
  }

  static Garbage.Part part(String text, int times) {
    return new Garbage.Part(text, null, times);
  }

  /** A chat completion as it should be. */
  static ObjectNode completion(String text) {
    ObjectNode reply =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "chatcmpl-1")
            .put("object", "chat.completion")
            .put("created", 1)
            .put("model", "stub");
    reply
        .putArray("choices")
        .addObject()
        .put("index", 0)
        .put("finish_reason", "stop")
        .putObject("message")
        .put("role", "assistant")
        .put("content", text);
    reply
        .putObject("usage")
        .put("prompt_tokens", 100)
        .put("completion_tokens", 10)
        .put("total_tokens", 110);
    return reply.put("system_fingerprint", "stub-1");
  }
}
