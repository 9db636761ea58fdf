package dev.interact.offline.chat;

import dev.interact.offline.chat.Message.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The messages of a request, oldest first. */
public record Conversation(List<Message> messages) {

  public Conversation {
    messages = List.copyOf(messages);
  }

  public static Conversation of(Message... messages) {
    return new Conversation(List.of(messages));
  }

  /** What the model is told to do: the system messages or, without any, the first user message. */
  public Brief setup() {
    String system = texts(Role.SYSTEM).collect(Collectors.joining("\n\n"));
    return Brief.of(system.isBlank() ? texts(Role.USER).findFirst().orElse("") : system);
  }

  public boolean hasSystemMessage() {
    return texts(Role.SYSTEM).anyMatch(text -> !text.isBlank());
  }

  public Stream<String> texts(Role role) {
    return by(role).stream().map(Message::text);
  }

  public List<Message> by(Role role) {
    return messages.stream().filter(message -> message.role() == role).toList();
  }

  /** The last user message; an empty one when there is none. */
  public Message lastFromUser() {
    List<Message> users = by(Role.USER);
    return users.isEmpty() ? Message.user("") : users.getLast();
  }

  /** Without what a user said before the model said anything, unless that is the setup. */
  public Conversation withoutOpening() {
    int opened = messages.stream().map(Message::role).toList().indexOf(Role.ASSISTANT);
    int end = opened < 0 ? messages.size() : opened;
    return hasSystemMessage()
        ? new Conversation(
            IntStream.range(0, messages.size())
                .filter(i -> i >= end || messages.get(i).role() != Role.USER)
                .mapToObj(messages::get)
                .toList())
        : this;
  }

  /** With other messages in the place of the last one from the user. */
  public Conversation endingWith(Message... ending) {
    int last = messages.lastIndexOf(lastFromUser());
    List<Message> changed = new ArrayList<>(messages);
    changed.remove(last);
    changed.addAll(last, List.of(ending));
    return new Conversation(changed);
  }

  /** The user messages before the last one. */
  public List<Message> earlierFromUser() {
    List<Message> users = by(Role.USER);
    return users.isEmpty() ? users : users.subList(0, users.size() - 1);
  }

  /** What all attached images show. */
  public String pictures() {
    return messages.stream()
        .flatMap(message -> message.pictures().stream())
        .collect(Collectors.joining("\n\n"));
  }
}
