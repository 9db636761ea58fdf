package dev.interact.chat.teacher;

import dev.interact.chat.Conversation;
import dev.interact.chat.Message;
import dev.interact.chat.Template;
import dev.interact.contracts.teacher.Material;
import dev.interact.contracts.teacher.TeacherRequest;
import java.util.List;
import java.util.Map;

/**
 * The chat as a model that holds the context sees it: the context first, so that all calls of a
 * dialogue share their beginning, then the transcript (the student's questions are "user"
 * messages), then what is asked. The opening greeting is left out: many chat templates want the
 * user to speak first.
 */
public final class TeacherChat {
  private TeacherChat() {}

  /** The chat of a request. */
  public static List<Message> of(TeacherRequest request) {
    Conversation chat = holding(request);
    return switch (request) {
      case TeacherRequest.AnswerQuestion answer -> {
        answer.transcript().forEach(turn -> chat.user(turn.question()).assistant(turn.answer()));
        yield chat.user(answer.question()).messages();
      }
      case TeacherRequest.WriteLesson lesson ->
          chat.user(Template.fill(lesson.prompt().task(), Map.of())).messages();
      case TeacherRequest.SitQuizWithContext sit ->
          chat.user(Template.fill(sit.prompt().task(), sit.sheet().variables(sit.formatError())))
              .messages();
      case TeacherRequest.WriteQuiz write ->
          chat.user(Template.fill(write.prompt().task(), write.order().variables())).messages();
      case TeacherRequest.JudgeItems judge ->
          chat.user(Template.fill(judge.prompt().task(), judge.variables())).messages();
    };
  }

  private static Conversation holding(TeacherRequest request) {
    Material material = request.material();
    Map<String, String> context =
        material.text() == null ? Map.of() : Map.of("context", material.text());
    Conversation chat =
        Conversation.under(Template.fill(request.prompt().system(), context))
            .examples(request.prompt().examples());
    if (material.image() != null) {
      chat.image(material.imageBase64(), material.mediaType());
    }
    return chat;
  }
}
