package dev.interact.offline.quiz;

import java.util.List;

/**
 * The multiple-choice items found in a message.
 *
 * @param items in the order of the message; empty when the message is no quiz
 * @param rest the message without its items: instructions, perhaps a teacher's last answer
 */
public record Quiz(List<Item> items, String rest) {

  public Quiz {
    items = List.copyOf(items);
  }

  public boolean isEmpty() {
    return items.isEmpty();
  }
}
