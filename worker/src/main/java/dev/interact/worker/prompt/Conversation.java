package dev.interact.worker.prompt;

import dev.interact.contracts.Example;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a chat whose roles alternate, as many chat templates require: what a user says twice in a
 * row becomes one message. A longer conversation starts with the very bytes of a shorter one.
 */
public final class Conversation {
  private final List<ChatMessage> messages = new ArrayList<>();
  private final List<Content> pending = new ArrayList<>();

  private Conversation(String system) {
    messages.add(SystemMessage.from(system));
  }

  /** A conversation under a system message. */
  public static Conversation under(String system) {
    return new Conversation(system);
  }

  /** Worked examples. */
  public Conversation examples(List<Example> examples) {
    examples.forEach(example -> user(example.user()).assistant(example.assistant()));
    return this;
  }

  /** Something said to the model. */
  public Conversation user(String text) {
    int last = pending.size() - 1;
    if (last >= 0 && pending.get(last) instanceof TextContent said) {
      pending.set(last, TextContent.from(said.text() + "\n\n" + text));
    } else {
      pending.add(TextContent.from(text));
    }
    return this;
  }

  /**
   * An image shown to the model, at the detail that has the fewest tokens, the same for any size.
   */
  public Conversation image(String base64, String mediaType) {
    pending.add(ImageContent.from(base64, mediaType, ImageContent.DetailLevel.LOW));
    return this;
  }

  /** Something the model said. */
  public Conversation assistant(String text) {
    flush();
    messages.add(AiMessage.from(text));
    return this;
  }

  /** All messages; the last is what the model replies to. */
  public List<ChatMessage> messages() {
    flush();
    return List.copyOf(messages);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      messages.add(UserMessage.from(List.copyOf(pending)));
      pending.clear();
    }
  }
}
