package dev.interact.offline.job;

import dev.interact.offline.chat.Brief;
import dev.interact.offline.chat.Conversation;
import dev.interact.offline.chat.Message.Role;
import dev.interact.offline.quiz.QuizReader;
import dev.interact.offline.text.Sentences;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a conversation hands over to be told or learnt: material in the system and user messages,
 * and what attached images show. The model's own messages are none.
 */
record Materials(Conversation conversation, Brief setup) {

  private static final Pattern ROLE =
      Pattern.compile(
          "^(?:you(?:['’]re| are)|act as|your (?:task|job|role))\\b", Pattern.CASE_INSENSITIVE);

  Materials(Conversation conversation) {
    this(conversation, conversation.setup());
  }

  /** Of the same conversation, in which user messages were told apart. */
  Materials of(Conversation changed) {
    return changed.hasSystemMessage() ? new Materials(changed, setup) : new Materials(changed);
  }

  /** A first user message stands in for the system's; it may be the last one too. */
  boolean setupIsLast() {
    return !conversation.hasSystemMessage() && conversation.earlierFromUser().isEmpty();
  }

  /** Everything, as the text of a lesson. */
  String all() {
    return joined(Stream.concat(handedOver(text -> text), pictures()));
  }

  /** The lesson and the answers, oldest first, without any quiz. */
  List<String> notes() {
    return handedOver(text -> QuizReader.read(text).rest())
        .filter(note -> !note.isBlank())
        .toList();
  }

  /** What supports the answers of a quiz. */
  String evidence() {
    return joined(Stream.concat(notes().stream(), pictures()));
  }

  /** What a teacher holds: the setup's material and the images, or else what users sent before. */
  String context() {
    String held =
        joined(Stream.concat(Stream.of(setupIsLast() ? "" : setup.material()), pictures()));
    return held.isBlank() ? joined(sentBefore()) : held;
  }

  /**
   * The text that a quiz is about: the setup's, or else what users sent before, or else that of the
   * request itself.
   */
  String examined(Brief request) {
    String held = withoutRole(setupIsLast() ? "" : setup.material());
    String sent = held.isBlank() ? withoutRole(joined(sentBefore())) : held;
    boolean isText = sent.isBlank() && conversation.pictures().isBlank();
    return isText ? withoutRole(request.material()) : sent;
  }

  private static String withoutRole(String material) {
    return joined(Sentences.of(material).stream().filter(s -> !ROLE.matcher(s).find()));
  }

  private Stream<String> sentBefore() {
    return conversation.earlierFromUser().stream()
        .filter(message -> !message.asks())
        .map(message -> Brief.of(message.text()).material());
  }

  private Stream<String> handedOver(UnaryOperator<String> reading) {
    Stream<String> system =
        conversation.hasSystemMessage() ? Stream.of(setup.material()) : Stream.empty();
    Stream<String> users =
        conversation.texts(Role.USER).map(reading).map(text -> Brief.of(text).material());
    return Stream.concat(system, users);
  }

  private Stream<String> pictures() {
    return Stream.of(conversation.pictures());
  }

  private static String joined(Stream<String> parts) {
    return String.join("\n\n", parts.filter(part -> !part.isBlank()).toList());
  }
}
