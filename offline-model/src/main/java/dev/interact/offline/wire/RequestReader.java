package dev.interact.offline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.offline.Sampling;
import dev.interact.offline.Strength;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.text.Tokens;
import java.util.List;

/**
 * Reads and checks the body of a chat completion request; parameters it does not know are ignored.
 */
final class RequestReader {

  private static final int MOST_CHOICES = 8;
  private static final int MOST_STOPS = 4;
  private static final int TOKENS_OF_A_PICTURE = 85;
  private static final int DEFAULT_MAX_TOKENS = 16_384;
  private static final double DEFAULT_TEMPERATURE = 1;

  private final Fields fields;

  private RequestReader(Fields fields) {
    this.fields = fields;
  }

  static ChatRequest read(String body) {
    return new RequestReader(Fields.parse(body)).request();
  }

  private ChatRequest request() {
    String name = fields.text("model");
    Strength model = Strength.of(name).orElseThrow(() -> OpenAiError.unknownModel(name));
    Sampling sampling = sampling();
    int choices = (int) fields.integer("n", 1, MOST_CHOICES, 1);
    boolean withUsage = fields.get("stream_options").path("include_usage").asBoolean(false);
    Conversation conversation = Messages.read(fields.get("messages"));
    return new ChatRequest(
        model,
        conversation,
        promptTokens(conversation),
        sampling,
        choices,
        stop(),
        form(),
        fields.flag("stream"),
        withUsage);
  }

  private Sampling sampling() {
    String limit = fields.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
    return new Sampling(
        fields.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE, 0),
        fields.number("temperature", 0, 2, DEFAULT_TEMPERATURE),
        (int) fields.integer(limit, 1, Integer.MAX_VALUE, DEFAULT_MAX_TOKENS));
  }

  private List<String> stop() {
    List<String> stop = fields.texts("stop");
    if (stop.size() > MOST_STOPS) {
      throw OpenAiError.badRequest("'stop' holds at most " + MOST_STOPS + " strings.", "stop");
    }
    return stop;
  }

  private Form form() {
    JsonNode format = fields.get("response_format");
    return switch (format.path("type").asText("text")) {
      case "text" -> new Form.Text();
      case "json_object" -> new Form.JsonObject();
      case "json_schema" -> schema(format.path("json_schema").path("schema"));
      default ->
          throw OpenAiError.badRequest(
              "The type of a response format is text, json_object or json_schema.",
              "response_format");
    };
  }

  private static Form schema(JsonNode schema) {
    if (!schema.isObject()) {
      throw OpenAiError.badRequest(
          "A json_schema response format needs an object 'schema'.", "response_format");
    }
    return new Form.JsonSchema(schema);
  }

  private static int promptTokens(Conversation conversation) {
    int tokens = 0;
    for (Message message : conversation.messages()) {
      tokens += Tokens.count(message.text()) + message.pictures().size() * TOKENS_OF_A_PICTURE;
    }
    return tokens;
  }
}
