package dev.interact.chat;

import dev.interact.chat.Message.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chats that a model has been sent. A provider that keeps what it has read need not read again what
 * a further chat begins with, as far as an earlier one began so too. How much that is of several
 * chats together does not depend on their order.
 */
public final class Prefixes {
  private static final Comparator<Message> BY_LENGTH =
      Comparator.comparing((Message message) -> message.parts().size())
          .thenComparing(message -> message.text().length());

  private final Continued chats = new Continued();

  /** What came after a message, or at the beginning. */
  private static final class Continued {
    private final Map<Message, Continued> by = new HashMap<>();
  }

  /**
   * Adds a chat.
   *
   * @return the longest beginning that it has in common with an earlier one, whose last message may
   *     be cut; empty where there is none
   */
  public List<Message> add(List<Message> chat) {
    int known = 0;
    Continued here = chats;
    while (known < chat.size() && here.by.containsKey(chat.get(known))) {
      here = here.by.get(chat.get(known));
      known++;
    }
    List<Message> shared = new ArrayList<>(chat.subList(0, known));
    if (known < chat.size()) {
      longest(here.by.keySet(), chat.get(known)).ifPresent(shared::add);
    }
    for (Message message : chat.subList(known, chat.size())) {
      Continued next = new Continued();
      here.by.put(message, next);
      here = next;
    }
    return shared;
  }

  private static Optional<Message> longest(Collection<Message> others, Message message) {
    return others.stream()
        .filter(other -> other.role() == message.role())
        .map(other -> new Message(message.role(), common(other.parts(), message.parts())))
        .filter(common -> !common.parts().isEmpty())
        .max(BY_LENGTH);
  }

  private static List<Part> common(List<Part> some, List<Part> others) {
    List<Part> common = new ArrayList<>();
    int most = Math.min(some.size(), others.size());
    while (common.size() < most && some.get(common.size()).equals(others.get(common.size()))) {
      common.add(some.get(common.size()));
    }
    if (common.size() < most
        && some.get(common.size()) instanceof Part.Text(String one)
        && others.get(common.size()) instanceof Part.Text(String other)) {
      String text = common(one, other);
      if (!text.isEmpty()) {
        common.add(new Part.Text(text));
      }
    }
    return common;
  }

  private static String common(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }
}
