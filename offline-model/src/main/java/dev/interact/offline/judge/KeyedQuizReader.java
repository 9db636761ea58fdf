package dev.interact.offline.judge;

import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.quiz.QuizReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds items with their keys in a message: lettered options with a line such as {@code Right: B}
 * behind, or a JSON array of objects with a question, options and an answer (a letter, a place from
 * 0, or the option itself).
 */
public final class KeyedQuizReader {

  private static final Pattern KEY =
      Pattern.compile(
          "^[\\s>*_(\\[-]*(?:the )?(?:right|correct|key|solution|answer|marked)\\b[^:=\\n]{0,25}[:=][\\s*_(\\[]*"
              + "(?:option )?([A-J])\\b.*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private KeyedQuizReader() {}

  /** In the order of the message; empty where it holds no items. */
  public static List<KeyedItem> read(String message) {
    List<KeyedItem> lettered = lettered(message);
    return lettered.isEmpty() ? JsonItems.in(message).items() : lettered;
  }

  /** The message without items and keys. */
  public static String rest(String message) {
    return lettered(message).isEmpty()
        ? JsonItems.in(message).rest()
        : QuizReader.read(KEY.matcher(message).replaceAll("")).rest();
  }

  /** A key belongs to the item before it. */
  private static List<KeyedItem> lettered(String message) {
    List<KeyedItem> items = new ArrayList<>();
    Matcher key = KEY.matcher(message);
    int from = 0;
    while (key.find()) {
      unkeyed(message.substring(from, key.start()), items);
      if (!items.isEmpty() && items.getLast().key().isEmpty()) {
        Item item = items.removeLast().item();
        items.add(new KeyedItem(item, lettered(item, key.group(1))));
      }
      from = key.end();
    }
    unkeyed(message.substring(from), items);
    return items;
  }

  private static void unkeyed(String part, List<KeyedItem> items) {
    QuizReader.read(part).items().forEach(i -> items.add(new KeyedItem(i, Optional.empty())));
  }

  static Optional<Option> lettered(Item item, String letter) {
    return item.options().stream()
        .filter(option -> letter.equalsIgnoreCase(String.valueOf(option.letter())))
        .findFirst();
  }
}
