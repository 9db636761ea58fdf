package dev.interact.chat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A message of a chat.
 *
 * @param parts at least one; those of systems and models are texts
 */
public record Message(Role role, List<Part> parts) {

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    /** The model. */
    ASSISTANT;

    /** The role's name in chat APIs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A part of what is said. */
  public sealed interface Part {
    /** Words. */
    record Text(String text) implements Part {}

    /**
     * An image.
     *
     * @param mediaType image/png or image/jpeg
     * @param base64 its bytes
     */
    record Image(String mediaType, String base64) implements Part {}
  }

  public Message {
    parts = List.copyOf(parts);
  }

  /** A message of words. */
  public static Message of(Role role, String text) {
    return new Message(role, List.of(new Part.Text(text)));
  }

  /** All its words; what is no text is left out. */
  public String text() {
    return parts.stream()
        .filter(Part.Text.class::isInstance)
        .map(part -> ((Part.Text) part).text())
        .collect(Collectors.joining());
  }
}
