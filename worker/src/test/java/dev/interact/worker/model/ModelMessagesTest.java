package dev.interact.worker.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.interact.chat.Message.Role;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelMessagesTest {

  @Test
  void a_chat_keeps_its_roles_and_shows_images_at_the_lowest_detail() {
    List<Message> chat =
        List.of(
            Message.of(Role.SYSTEM, "be"),
            new Message(
                Role.USER, List.of(new Part.Image("image/png", "AAAA"), new Part.Text("what?"))),
            Message.of(Role.ASSISTANT, "a heron"));

    assertThat(ModelMessages.of(chat))
        .containsExactly(
            SystemMessage.from("be"),
            UserMessage.from(
                List.of(
                    ImageContent.from("AAAA", "image/png", ImageContent.DetailLevel.LOW),
                    TextContent.from("what?"))),
            AiMessage.from("a heron"));
  }
}
