package dev.interact.offline.author;

import java.util.List;

/**
 * What an author is to write.
 *
 * @param wanted how many items of each level
 * @param options how many options an item has, 2 to 10
 * @param avoided questions that exist, and what was said of items that could not be used
 */
public record Order(List<OfLevel> wanted, int options, List<String> avoided) {

  /** Items of one level. */
  public record OfLevel(Level level, int number) {}

  public Order {
    wanted = List.copyOf(wanted);
    avoided = List.copyOf(avoided);
  }
}
