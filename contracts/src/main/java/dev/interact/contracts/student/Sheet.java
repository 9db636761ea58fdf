package dev.interact.contracts.student;

import java.util.List;

/**
 * A quiz as it is shown: items in order, options in the order shown, no key. Option 0 is lettered
 * A, option 1 B, and so on.
 *
 * @param items at least one
 */
public record Sheet(List<Item> items) {
  /**
   * One question of a sheet.
   *
   * @param id the item's id within its quiz
   * @param options 2 to 10, in the order shown
   */
  public record Item(String id, String question, List<String> options) {
    public Item {
      options = List.copyOf(options);
    }
  }

  public Sheet {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("a sheet has at least one item");
    }
  }
}
