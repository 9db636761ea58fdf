package dev.interact.contracts;

import java.util.Objects;

/** A worked example (few-shot) that precedes a dialogue: what is said, and a good reply to it. */
public record Example(String user, String assistant) {
  public Example {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(assistant, "assistant");
  }
}
