package dev.interact.offline;

import static dev.interact.offline.chat.Message.assistant;
import static dev.interact.offline.chat.Message.system;
import static dev.interact.offline.chat.Message.user;

import dev.interact.contracts.Exchange;
import dev.interact.contracts.student.Sheet;
import dev.interact.contracts.teacher.QuizOrder;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.contracts.teacher.TeacherRequest;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message;
import dev.interact.study.Style;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import dev.interact.study.prompt.Templates;
import dev.interact.study.strategy.Situation;
import dev.interact.study.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations with the shipped prompts, built as the services build them. */
public record Chats(PromptSet prompts) {

  public static Chats of(String domain) {
    return new Chats(Prompts.load(Optional.empty()).forDomain(domain));
  }

  /** A student that is to ask. */
  public Conversation asking(Strategy strategy, Situation situation) {
    String instruction = prompts.instruction(strategy);
    return student(
        situation.lesson(),
        situation.transcript(),
        instruction == null
            ? ""
            : "\n\n" + Templates.fill(instruction, strategy.variables(situation)));
  }

  /** A student that sits a quiz after its own dialogue. */
  public Conversation sitting(List<Exchange> turns, Map<String, ?> sheet) {
    return student(null, turns, "\n\n" + Templates.fill(prompts.student().quiz(), sheet));
  }

  /** A student that sits a quiz after it was told of a dialogue. */
  public Conversation sitting(String framing, List<Exchange> turns, Map<String, ?> sheet) {
    var said =
        turns.stream()
            .map(turn -> Map.of("question", turn.question(), "answer", turn.answer()))
            .toList();
    return student(
        null,
        List.of(),
        "\n\n"
            + Templates.fill(prompts.forks().get(framing), Map.of("turns", said))
            + "\n\n"
            + Templates.fill(prompts.student().quiz(), sheet));
  }

  /** A teacher that is asked; without a context it is to have an image. */
  public Conversation teaching(Style style, String context, List<Exchange> turns, String question) {
    List<Message> messages = new ArrayList<>();
    Map<String, String> material = context == null ? Map.of() : Map.of("context", context);
    messages.add(system(Templates.fill(prompts.teacher(style).system(), material)));
    for (Exchange turn : turns) {
      messages.add(user(turn.question()));
      messages.add(assistant(turn.answer()));
    }
    messages.add(user(question));
    return new Conversation(messages);
  }

  /** An author that is to write items; without a context it is to have an image. */
  public Conversation authoring(String context, QuizOrder order) {
    return examining(prompts.author(), context, order.variables());
  }

  /** A judge of items; without a context it is to have an image. */
  public Conversation judging(String context, Sheet sheet, List<Integer> key) {
    var request =
        new TeacherRequest.JudgeItems(null, prompts.judge(), null, sheet, key, "It was no JSON.");
    return examining(prompts.judge(), context, request.variables());
  }

  private static Conversation examining(
      TeacherPrompt prompt, String context, Map<String, Object> variables) {
    Map<String, String> material = context == null ? Map.of() : Map.of("context", context);
    return Conversation.of(
        system(Templates.fill(prompt.system(), material)),
        user(Templates.fill(prompt.task(), variables)));
  }

  /** What a teacher is told in the place of a question. */
  public String lecture(boolean first, int words) {
    Map<String, ?> variables =
        first ? Map.of("first", true, "words", words) : Map.of("words", words);
    return Templates.fill(prompts.forks().get("lecture"), variables);
  }

  private Conversation student(String lesson, List<Exchange> turns, String ending) {
    Map<String, String> known = lesson == null ? Map.of() : Map.of("lesson", lesson);
    List<Message> messages = new ArrayList<>();
    messages.add(system(Templates.fill(prompts.student().system(), known)));
    String said = Templates.fill(prompts.student().greeting(), Map.of());
    for (Exchange turn : turns) {
      messages.add(user(said));
      messages.add(assistant(turn.question()));
      said = turn.answer();
    }
    messages.add(user(said + ending));
    return new Conversation(messages);
  }
}
