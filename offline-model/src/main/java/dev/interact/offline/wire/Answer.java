package dev.interact.offline.wire;

import dev.interact.offline.Reply;
import dev.interact.offline.json.FreeForm;
import dev.interact.offline.json.SchemaAnswer;
import dev.interact.offline.json.UnsatisfiableSchema;
import dev.interact.offline.text.Tokens;

/**
 * A reply in the form and length the request wants.
 *
 * @param finishReason {@code length} when the token limit cut it, else {@code stop}
 */
record Answer(String text, String finishReason) {

  static Answer to(ChatRequest request, Reply reply) {
    String whole = form(request.form(), reply);
    for (String stop : request.stop()) {
      int end = whole.indexOf(stop);
      whole = end < 0 ? whole : whole.substring(0, end);
    }
    String cut = Tokens.truncate(whole, request.sampling().maxTokens());
    return new Answer(cut, cut.length() < whole.stripTrailing().length() ? "length" : "stop");
  }

  int tokens() {
    return Tokens.count(text);
  }

  private static String form(Form form, Reply reply) {
    return switch (form) {
      case Form.Text text ->
          FreeForm.isWantedBy(reply) ? FreeForm.of(reply).toString() : reply.text();
      case Form.JsonObject object -> FreeForm.of(reply).toString();
      case Form.JsonSchema schema -> {
        try {
          yield SchemaAnswer.of(reply, schema.schema()).toString();
        } catch (UnsatisfiableSchema cause) {
          throw OpenAiError.badRequest(cause.getMessage(), "response_format", "unsupported_schema");
        }
      }
    };
  }
}
