package dev.interact.orchestrator.size;

import dev.interact.chat.Message;
import dev.interact.chat.Prefixes;
import dev.interact.chat.student.StudentChat;
import dev.interact.chat.teacher.TeacherChat;
import dev.interact.contracts.ModelRequest;
import dev.interact.contracts.Role;
import dev.interact.contracts.student.StudentRequest;
import dev.interact.contracts.teacher.TeacherRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the prompts of one dialogue a provider that keeps what it has read need not read
 * again: as far as a prompt begins as an earlier one of the same role, to the same model.
 */
public final class SharedPrompts {
  private final Map<Reader, Prefixes> read = new HashMap<>();

  private record Reader(Role role, String model) {}

  /**
   * The size of a prompt.
   *
   * @param shared of its beginning that an earlier one had
   */
  public record Sizes(PromptSize whole, PromptSize shared) {}

  /** Adds a request. In whatever order requests are added, all together share as much. */
  public Sizes add(ModelRequest request) {
    Role role = request instanceof StudentRequest ? Role.STUDENT : Role.TEACHER;
    List<Message> chat = chat(request);
    List<Message> shared =
        read.computeIfAbsent(new Reader(role, request.head().model()), any -> new Prefixes())
            .add(chat);
    return new Sizes(PromptSize.of(chat), PromptSize.of(shared));
  }

  private static List<Message> chat(ModelRequest request) {
    return request instanceof StudentRequest student
        ? StudentChat.of(student)
        : TeacherChat.of((TeacherRequest) request);
  }
}
