package dev.interact.offline.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The answer on the wire: a whole {@code chat.completion}, or one {@code chat.completion.chunk}.
 */
@JsonInclude(Include.NON_NULL)
record Completion(
    String id,
    String object,
    long created,
    String model,
    @JsonProperty("system_fingerprint") String systemFingerprint,
    List<Choice> choices,
    Usage usage) {

  static final String WHOLE = "chat.completion";
  static final String CHUNK = "chat.completion.chunk";

  /** Has a message in a whole completion and a delta in a chunk. */
  @JsonInclude(Include.NON_NULL)
  record Choice(
      int index,
      Said message,
      Said delta,
      @JsonProperty("finish_reason") @JsonInclude(Include.ALWAYS) String finishReason) {

    static Choice whole(int index, Answer answer) {
      return new Choice(index, new Said("assistant", answer.text()), null, answer.finishReason());
    }

    static Choice chunk(int index, String text) {
      return new Choice(index, null, new Said("assistant", text), null);
    }

    static Choice end(int index, Answer answer) {
      return new Choice(index, null, new Said(null, null), answer.finishReason());
    }
  }

  @JsonInclude(Include.NON_NULL)
  record Said(String role, String content) {}

  /** Token counts; see {@link dev.interact.offline.text.Tokens}. */
  record Usage(
      @JsonProperty("prompt_tokens") int promptTokens,
      @JsonProperty("completion_tokens") int completionTokens,
      @JsonProperty("total_tokens") int totalTokens) {

    static Usage of(ChatRequest request, List<Answer> answers) {
      int completion = answers.stream().mapToInt(Answer::tokens).sum();
      return new Usage(request.promptTokens(), completion, request.promptTokens() + completion);
    }
  }

  Completion with(String kind, List<Choice> parts, Usage counts) {
    return new Completion(id, kind, created, model, systemFingerprint, parts, counts);
  }
}
