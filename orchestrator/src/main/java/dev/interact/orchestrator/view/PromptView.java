package dev.interact.orchestrator.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.interact.chat.Message;
import dev.interact.chat.Message.Part;
import dev.interact.chat.student.StudentChat;
import dev.interact.chat.teacher.TeacherChat;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.study.Concept;
import dev.interact.study.input.ContentHash;
import java.util.Base64;
import java.util.List;

/**
 * A call with the chat that its model is shown, and what it replied.
 *
 * @param reply null where there is none
 */
record PromptView(@JsonUnwrapped CallView call, List<Shown> messages, String reply) {

  /**
   * A message.
   *
   * @param role system, user or assistant
   * @param images that stand before the text
   */
  record Shown(String role, String text, List<Image> images) {
    static Shown of(Message message) {
      return new Shown(
          message.role().label(),
          message.text(),
          message.parts().stream()
              .filter(Part.Image.class::isInstance)
              .map(part -> Image.of((Part.Image) part))
              .toList());
    }
  }

  /**
   * An image, but for its content.
   *
   * @param hash as the concept has it
   * @param bytes how many it has
   */
  record Image(String mediaType, String hash, int bytes) {
    static Image of(Part.Image image) {
      byte[] bytes = Base64.getDecoder().decode(image.base64());
      return new Image(
          image.mediaType(),
          ContentHash.of("image", new Concept.Image(image.mediaType(), bytes)),
          bytes.length);
    }
  }

  static List<Shown> messages(ModelRequest request) {
    List<Message> chat =
        request instanceof StudentRequest student
            ? StudentChat.of(student)
            : TeacherChat.of((TeacherRequest) request);
    return chat.stream().map(Shown::of).toList();
  }
}
