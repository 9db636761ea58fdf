package dev.interact.bench.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Hash;
import java.io.IOException;

/** Chat completions as a model would give them, each drawn from its request alone. */
final class Chat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FIRST_OPTION = "A) ";
  private static final int CHARACTERS_A_TOKEN = 4;

  private Chat() {}

  /**
   * Answers a request: a quiz with a letter for each item, anything else with a sentence.
   *
   * @throws IOException if it is not a chat request
   */
  static byte[] answer(byte[] request) throws IOException {
    JsonNode messages = JSON.readTree(request).path("messages");
    String last = messages.path(messages.size() - 1).path("content").asText();
    String text = last.contains(FIRST_OPTION) ? sheet(last) : sentence(request);
    return completion(text, request.length / CHARACTERS_A_TOKEN);
  }

  private static String sheet(String quiz) {
    StringBuilder text = new StringBuilder();
    int items = 0;
    for (int at = quiz.indexOf(FIRST_OPTION); at >= 0; at = quiz.indexOf(FIRST_OPTION, at + 1)) {
      items++;
      text.append(items).append(". ").append((char) ('A' + items % 4)).append('\n');
    }
    return text.toString();
  }

  private static String sentence(byte[] request) {
    return "Of all that could be said of it, what matters most is " + Hash.id(request) + ".";
  }

  private static byte[] completion(String text, int promptTokens) throws JsonProcessingException {
    int tokens = Math.max(1, text.length() / CHARACTERS_A_TOKEN);
    ObjectNode completion =
        JSON.createObjectNode()
            .put("id", "chatcmpl-" + Hash.id(text))
            .put("object", "chat.completion")
            .put("created", 0)
            .put("model", "stub")
            .put("system_fingerprint", "stub-1");
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    completion
        .putObject("usage")
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", tokens)
        .put("total_tokens", promptTokens + tokens);
    return JSON.writeValueAsBytes(completion);
  }
}
