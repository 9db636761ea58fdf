package dev.interact.contracts.reply;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What came of one HTTP request to a model. The worker reports it; the orchestrator decides. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Outcome.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = Outcome.RateLimited.class, name = "rate-limited"),
  @JsonSubTypes.Type(value = Outcome.Transient.class, name = "transient"),
  @JsonSubTypes.Type(value = Outcome.Rejected.class, name = "rejected")
})
public sealed interface Outcome {
  /**
   * The model answered.
   *
   * @param text what it wrote; not blank
   * @param truncated whether it was cut at the largest number of tokens
   * @param usage null where the provider does not say
   * @param fingerprint what the provider says of the model that served the call, or null
   */
  record Completed(String text, boolean truncated, Usage usage, String fingerprint)
      implements Outcome {}

  /**
   * The provider asks to slow down (HTTP 429); nothing was used.
   *
   * @param retryAfterMillis how long it asks to wait, from the moment of the reply; null where it
   *     does not say
   */
  record RateLimited(Long retryAfterMillis, String reason) implements Outcome {}

  /**
   * The request may succeed when sent again: a timeout, a broken connection, a 5xx, an answer that
   * is no answer.
   *
   * @param reason a sentence for people; quotes no prompt and no key
   * @param usage null where nobody knows what was used: the connection broke, or time ran out
   * @param raw the beginning of what came back, or null; holds no key
   */
  record Transient(String reason, Usage usage, String raw) implements Outcome {}

  /**
   * The request will never succeed as it is: refused content, too long, no such model, no key.
   *
   * @param reason a sentence for people; quotes no prompt and no key
   * @param usage null where nobody knows what was used
   * @param raw the beginning of what came back, or null; holds no key
   */
  record Rejected(String reason, Usage usage, String raw) implements Outcome {}
}
