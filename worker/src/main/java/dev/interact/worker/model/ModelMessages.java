package dev.interact.worker.model;

import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;

/** A chat as the model client takes it. */
final class ModelMessages {
  private ModelMessages() {}

  static List<ChatMessage> of(List<Message> chat) {
    return chat.stream().map(ModelMessages::of).toList();
  }

  private static ChatMessage of(Message message) {
    return switch (message.role()) {
      case SYSTEM -> SystemMessage.from(message.text());
      case USER -> UserMessage.from(message.parts().stream().map(ModelMessages::content).toList());
      case ASSISTANT -> AiMessage.from(message.text());
    };
  }

  /** An image has the detail with the fewest tokens, the same for any size. */
  private static Content content(Part part) {
    return switch (part) {
      case Part.Text(String text) -> TextContent.from(text);
      case Part.Image(String mediaType, String base64) ->
          ImageContent.from(base64, mediaType, ImageContent.DetailLevel.LOW);
    };
  }
}
