package dev.interact.offline.chat;

import java.util.List;

/**
 * One message of a conversation, independent of the wire.
 *
 * @param text the text parts, joined by line breaks
 * @param pictures what the attached images show, in sentences, one text an image
 */
public record Message(Role role, String text, List<String> pictures) {

  /** Who speaks. Developer messages count as the system's, tool results as the user's. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  public Message {
    pictures = List.copyOf(pictures);
  }

  public Message(Role role, String text) {
    this(role, text, List.of());
  }

  public static Message system(String text) {
    return new Message(Role.SYSTEM, text);
  }

  public static Message user(String text) {
    return new Message(Role.USER, text);
  }

  public static Message assistant(String text) {
    return new Message(Role.ASSISTANT, text);
  }

  public Message withPicture(String description) {
    return new Message(role, text, List.of(description));
  }

  /** With another text. */
  public Message saying(String other) {
    return new Message(role, other, pictures);
  }

  /** Whether the message ends by asking something. */
  public boolean asks() {
    return text.stripTrailing().matches("(?s).*\\?[\"'”’)*\\s]*");
  }
}
