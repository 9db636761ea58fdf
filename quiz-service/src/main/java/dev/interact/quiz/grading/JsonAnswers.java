package dev.interact.quiz.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.contracts.student.Sheet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads choices written as JSON: by number, as a list, or as a list of numbered answers. */
final class JsonAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FENCE = Pattern.compile("(?s)^```(?:json)?\\s*(.*?)\\s*```$");
  private static final Pattern NUMBER =
      Pattern.compile("(?i)^(?:q|question|item)?[\\s_]*(\\d{1,4})$");

  private JsonAnswers() {}

  /** Empty where the text is no JSON; then other forms are tried. */
  static Optional<List<Integer>> choices(String text, List<Sheet.Item> items) {
    String bare = FENCE.matcher(text).replaceAll("$1");
    if (!bare.startsWith("{") && !bare.startsWith("[")) {
      return Optional.empty();
    }
    try {
      Answers answers = new Answers(items);
      collect(JSON.readTree(bare), items, answers);
      return Optional.of(answers.choices());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void collect(JsonNode node, List<Sheet.Item> items, Answers answers) {
    if (node.isArray()) {
      fromList(node, items, answers);
    } else if (node.has("answers") && node.get("answers").isContainerNode()) {
      collect(node.get("answers"), items, answers);
    } else {
      node.properties().forEach(field -> give(field.getKey(), field.getValue(), answers));
    }
  }

  private static void fromList(JsonNode list, List<Sheet.Item> items, Answers answers) {
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      if (entry.isObject()) {
        JsonNode number = first(entry, "number", "question", "item", "id");
        give(number.asText(), first(entry, "answer", "choice", "letter", "option"), answers);
      } else if (list.size() == items.size()) {
        answers.give(i + 1, entry.asText());
      }
    }
  }

  private static void give(String number, JsonNode answer, Answers answers) {
    var read = NUMBER.matcher(number.strip());
    if (read.matches() && answer.isValueNode()) {
      answers.give(Integer.parseInt(read.group(1)), answer.asText());
    }
  }

  private static JsonNode first(JsonNode entry, String... names) {
    for (String name : names) {
      if (entry.has(name)) {
        return entry.get(name);
      }
    }
    return JSON.missingNode();
  }
}
