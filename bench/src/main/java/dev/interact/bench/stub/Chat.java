package dev.interact.bench.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Hash;

/** Chat completions as a model would give them, each drawn from its request alone. */
final class Chat {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CHARACTERS_A_TOKEN = 4;

  private Chat() {}

  /** Answers a request: a quiz with a letter for each item, anything else with a sentence. */
  static String answer(ChatRequest request) {
    return Exchange.isQuiz(request.last())
        ? Exchange.sheet(request.last())
        : Exchange.sentence(Hash.id((Object) request.body()));
  }

  /** An answer as the API has it. */
  static byte[] completion(ChatRequest request, String text) throws JsonProcessingException {
    int tokens = Math.max(1, text.length() / CHARACTERS_A_TOKEN);
    ObjectNode completion =
        JSON.createObjectNode()
            .put("id", "chatcmpl-" + Hash.id(text))
            .put("object", "chat.completion")
            .put("created", 0)
            .put("model", request.model())
            .put("system_fingerprint", "stub-1");
    ObjectNode choice = completion.putArray("choices").addObject();
    choice.put("index", 0).put("finish_reason", "stop");
    choice.putObject("message").put("role", "assistant").put("content", text);
    completion
        .putObject("usage")
        .put("prompt_tokens", request.tokens())
        .put("completion_tokens", tokens)
        .put("total_tokens", request.tokens() + tokens);
    return JSON.writeValueAsBytes(completion);
  }
}
