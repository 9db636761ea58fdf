package dev.interact.student;

import dev.interact.contracts.student.StudentRequest;
import dev.interact.worker.prompt.Conversation;
import dev.interact.worker.prompt.Template;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.Map;

/**
 * The chat as the student sees it: its own questions are "assistant" messages, the teacher's words
 * are "user" messages. A quiz is the same chat with the sheet at its end.
 */
final class StudentChat {
  private StudentChat() {}

  static List<ChatMessage> of(StudentRequest request) {
    return switch (request) {
      case StudentRequest.AskQuestion ask -> told(dialogue(ask), ask.instruction()).messages();
      case StudentRequest.SitQuiz sit ->
          told(dialogue(sit), sit.heard())
              .user(Template.fill(sit.prompt().quiz(), sit.sheet().variables(sit.formatError())))
              .messages();
    };
  }

  private static Conversation told(Conversation chat, String text) {
    return text == null ? chat : chat.user(text);
  }

  private static Conversation dialogue(StudentRequest request) {
    Conversation chat =
        Conversation.under(Template.fill(request.prompt().system(), known(request)))
            .examples(request.prompt().examples())
            .user(Template.fill(request.prompt().greeting(), Map.of()));
    request.transcript().forEach(turn -> chat.assistant(turn.question()).user(turn.answer()));
    return chat;
  }

  private static Map<String, String> known(StudentRequest request) {
    return request.lesson() == null ? Map.of() : Map.of("lesson", request.lesson());
  }
}
