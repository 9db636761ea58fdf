package dev.interact.offline.judge;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first JSON document of a message that holds items: objects with a question, options and an
 * answer (a letter, a place from 0, or the option itself).
 *
 * @param rest the message without it
 */
record JsonItems(List<KeyedItem> items, String rest) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern START = Pattern.compile("[\\[{]\\s*[\\[{\"]");

  static JsonItems in(String message) {
    Matcher start = START.matcher(message);
    int from = 0;
    while (start.find(from)) {
      JsonItems found = at(start.start(), message);
      if (!found.items().isEmpty()) {
        return found;
      }
      from = start.start() + 1;
    }
    return new JsonItems(List.of(), message);
  }

  private static JsonItems at(int start, String message) {
    List<KeyedItem> items = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(message.substring(start))) {
      collect(parser.readValueAsTree(), items);
      int end = start + (int) parser.currentLocation().getCharOffset();
      return new JsonItems(items, message.substring(0, start) + message.substring(end));
    } catch (IOException noJson) {
      return new JsonItems(List.of(), message);
    }
  }

  private static void collect(JsonNode node, List<KeyedItem> items) {
    JsonNode options = node.has("options") ? node.get("options") : node.path("choices");
    if (node.has("question") && options.size() > 1) {
      items.add(item(node, options, items.size() + 1));
    } else {
      node.forEach(child -> collect(child, items));
    }
  }

  private static KeyedItem item(JsonNode node, JsonNode texts, int number) {
    List<Option> options = new ArrayList<>();
    texts.forEach(text -> options.add(new Option((char) ('A' + options.size()), text.asText())));
    Item item = new Item(node.path("number").asInt(number), node.get("question").asText(), options);
    JsonNode answer = node.has("answer") ? node.get("answer") : node.path("correct");
    return new KeyedItem(item, key(item, answer));
  }

  private static Optional<Option> key(Item item, JsonNode answer) {
    if (answer.isInt()) {
      return item.options().stream().skip(Math.max(0, answer.asInt())).findFirst();
    }
    return KeyedQuizReader.lettered(item, answer.asText())
        .or(
            () ->
                item.options().stream().filter(o -> o.text().equals(answer.asText())).findFirst());
  }
}
