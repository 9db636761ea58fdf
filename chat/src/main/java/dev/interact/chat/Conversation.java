package dev.interact.chat;

import dev.interact.chat.Message.Part;
import dev.interact.contracts.Example;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a chat whose roles alternate, as many chat templates require: what a user says twice in a
 * row becomes one message. A longer conversation starts with the very bytes of a shorter one.
 */
public final class Conversation {
  private final List<Message> messages = new ArrayList<>();
  private final List<Part> pending = new ArrayList<>();

  private Conversation(String system) {
    messages.add(Message.of(Message.Role.SYSTEM, system));
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
    if (last >= 0 && pending.get(last) instanceof Part.Text(String said)) {
      pending.set(last, new Part.Text(said + "\n\n" + text));
    } else {
      pending.add(new Part.Text(text));
    }
    return this;
  }

  /** An image shown to the model. */
  public Conversation image(String base64, String mediaType) {
    pending.add(new Part.Image(mediaType, base64));
    return this;
  }

  /** Something the model said. */
  public Conversation assistant(String text) {
    flush();
    messages.add(Message.of(Message.Role.ASSISTANT, text));
    return this;
  }

  /** All messages; the last is what the model replies to. */
  public List<Message> messages() {
    flush();
    return List.copyOf(messages);
  }

  private void flush() {
    if (!pending.isEmpty()) {
      messages.add(new Message(Message.Role.USER, pending));
      pending.clear();
    }
  }
}
