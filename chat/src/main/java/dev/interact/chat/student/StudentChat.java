package dev.interact.chat.student;

import dev.interact.chat.Conversation;
import dev.interact.chat.Message;
import dev.interact.chat.Template;
import dev.interact.contracts.student.StudentRequest;
import java.util.List;
import java.util.Map;

/**
 * The chat as the student sees it: its own questions are "assistant" messages, the teacher's words
 * are "user" messages. A quiz is the same chat with the sheet at its end.
 */
public final class StudentChat {
  private StudentChat() {}

  /** The chat of a request. */
  public static List<Message> of(StudentRequest request) {
    return switch (request) {
      case StudentRequest.AskQuestion ask -> asking(ask).messages();
      case StudentRequest.SitQuiz sit ->
          (sit.framing() == null ? dialogue(sit) : reading(sit))
              .user(Template.fill(sit.prompt().quiz(), sit.sheet().variables(sit.formatError())))
              .messages();
    };
  }

  private static Conversation asking(StudentRequest.AskQuestion ask) {
    Conversation chat = dialogue(ask);
    return ask.instruction() == null ? chat : chat.user(ask.instruction());
  }

  private static Conversation reading(StudentRequest.SitQuiz sit) {
    return beginning(sit)
        .user(Template.fill(sit.framing(), StudentRequest.turns(sit.transcript())));
  }

  private static Conversation dialogue(StudentRequest request) {
    Conversation chat = beginning(request);
    request.transcript().forEach(turn -> chat.assistant(turn.question()).user(turn.answer()));
    return chat;
  }

  private static Conversation beginning(StudentRequest request) {
    return Conversation.under(Template.fill(request.prompt().system(), known(request)))
        .examples(request.prompt().examples())
        .user(Template.fill(request.prompt().greeting(), Map.of()));
  }

  private static Map<String, String> known(StudentRequest request) {
    return request.lesson() == null ? Map.of() : Map.of("lesson", request.lesson());
  }
}
