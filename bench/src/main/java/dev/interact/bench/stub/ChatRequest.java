package dev.interact.bench.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.Hash;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** A request as OpenAI's chat API has it. */
record ChatRequest(byte[] body, String model, List<Exchange.Message> messages) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHARACTERS_A_TOKEN = 4;

  /**
   * Reads a request.
   *
   * @throws IOException if it is not one
   */
  static ChatRequest read(byte[] body) throws IOException {
    JsonNode request = JSON.readTree(body);
    List<Exchange.Message> messages =
        StreamSupport.stream(request.path("messages").spliterator(), false)
            .map(ChatRequest::message)
            .toList();
    return new ChatRequest(body, request.path("model").asText(), messages);
  }

  private static Exchange.Message message(JsonNode message) {
    JsonNode content = message.path("content");
    return new Exchange.Message(
        message.path("role").asText(),
        content.isTextual() ? content.textValue() : content.toString());
  }

  /** A number drawn from all of it. */
  long seed() {
    return Hash.longSeed((Object) body);
  }

  /** Its last message. */
  String last() {
    return messages.isEmpty() ? "" : messages.getLast().content();
  }

  int tokens() {
    return body.length / CHARACTERS_A_TOKEN;
  }
}
