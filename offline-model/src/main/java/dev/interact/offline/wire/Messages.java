package dev.interact.offline.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.offline.chat.Message.Role;
import dev.interact.offline.image.Scene;
import dev.interact.offline.image.UndecodableImage;
import dev.interact.offline.text.Memory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the messages of a request. Images are looked at here; later stages see their descriptions.
 */
final class Messages {

  /** Characters of all texts together. */
  static final int LONGEST = 1_000_000;

  private static final Memory<String> SEEN =
      new Memory<>(base64 -> Scene.describe(Base64.getMimeDecoder().decode(base64)));

  private static final Pattern DATA_URL =
      Pattern.compile(
          "data:image/[\\w.+-]+;base64,(.+)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private Messages() {}

  static Conversation read(JsonNode messages) {
    if (!messages.isArray() || messages.isEmpty()) {
      throw OpenAiError.badRequest(
          "'messages' is required and must be an array with at least one message.", "messages");
    }
    List<Message> read = new ArrayList<>();
    for (JsonNode message : messages) {
      read.add(message(message, "messages[" + read.size() + "]"));
    }
    long length = read.stream().mapToLong(message -> message.text().length()).sum();
    if (length > LONGEST) {
      throw OpenAiError.badRequest(
          "The messages have " + length + " characters; the longest context is " + LONGEST + ".",
          "messages",
          "context_length_exceeded");
    }
    return new Conversation(read);
  }

  private static Message message(JsonNode message, String where) {
    Role role = role(message.path("role").asText(), where + ".role");
    JsonNode content = message.path("content");
    if (content.isTextual()) {
      return new Message(role, content.asText());
    }
    if (content.isArray()) {
      return ofParts(role, content, where + ".content");
    }
    if (role == Role.ASSISTANT && (content.isNull() || content.isMissingNode())) {
      return new Message(role, "");
    }
    throw OpenAiError.badRequest(
        "The content of a message must be a string or an array of parts.", where + ".content");
  }

  private static Role role(String name, String where) {
    return switch (name) {
      case "system", "developer" -> Role.SYSTEM;
      case "user", "tool", "function" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default ->
          throw OpenAiError.badRequest(
              "A role is one of system, developer, user, assistant and tool, not '" + name + "'.",
              where);
    };
  }

  private static Message ofParts(Role role, JsonNode parts, String where) {
    List<String> texts = new ArrayList<>();
    List<String> pictures = new ArrayList<>();
    for (JsonNode part : parts) {
      switch (part.path("type").asText()) {
        case "text" -> texts.add(part.path("text").asText());
        case "refusal" -> texts.add(part.path("refusal").asText());
        case "image_url" ->
            pictures.add(picture(part.path("image_url").path("url").asText(), where));
        default ->
            throw OpenAiError.badRequest(
                "A part of a message is of type text or image_url, not '"
                    + part.path("type").asText()
                    + "'.",
                where);
      }
    }
    return new Message(role, String.join("\n\n", texts), pictures);
  }

  private static String picture(String url, String where) {
    Matcher data = DATA_URL.matcher(url);
    if (!data.matches()) {
      throw OpenAiError.badRequest(
          "An image must be given as a data: URL in base64; this server fetches nothing.",
          where,
          "invalid_image_url");
    }
    try {
      return SEEN.of(data.group(1));
    } catch (UndecodableImage | IllegalArgumentException cause) {
      String message =
          cause instanceof UndecodableImage ? cause.getMessage() : "The image is not valid base64.";
      throw OpenAiError.badRequest(message, where, "invalid_image");
    }
  }
}
