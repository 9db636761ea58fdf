package dev.interact.offline.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A reply that is JSON in itself, or one value in it. */
record OfDocument(JsonNode node, Optional<JsonNode> options) implements Source {

  /** What others call the fields of an item and of a verdict. */
  private static final Map<String, List<String>> CALLED =
      Map.of(
          "items", List.of("questions", "quiz", "mcqs"),
          "verdicts", List.of("results", "judgements", "judgments", "items", "evaluations"),
          "question", List.of("stem", "prompt", "text"),
          "options", List.of("choices", "alternatives"),
          "answer", List.of("correct", "correct_answer", "correct_option", "correct_index", "key"),
          "level", List.of("difficulty"),
          "evidence", List.of("quotes", "sources", "support", "explanation", "rationale"),
          "item", List.of("number", "id"),
          "reason", List.of("explanation", "rationale", "comment"));

  OfDocument(JsonNode node) {
    this(node, Optional.empty());
  }

  @Override
  public List<Source> parts() {
    JsonNode array = node.isObject() && node.size() == 1 ? node.elements().next() : node;
    List<Source> parts = new ArrayList<>();
    array.forEach(part -> parts.add(new OfDocument(part)));
    return node.isValueNode() ? List.of(this) : parts;
  }

  /** Of the right option's place, the option and its letter as well. */
  @Override
  public List<String> strings(String name) {
    if (node.isArray()) {
      List<String> texts = new ArrayList<>();
      node.forEach(text -> texts.add(text.asText()));
      return List.of(String.join(" ", texts));
    }
    String plain = node.isValueNode() ? node.asText() : node.toString();
    return options
        .map(
            texts ->
                List.of(
                    texts.path(node.asInt()).asText(),
                    String.valueOf((char) ('A' + node.asInt())),
                    plain))
        .orElse(List.of(plain));
  }

  @Override
  public List<Integer> numbers(String name) {
    return node.isInt() ? List.of(node.asInt()) : List.of(node.size());
  }

  @Override
  public boolean truth(String name) {
    return node.asBoolean();
  }

  @Override
  public Optional<Source> named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.concat(
            Stream.of(lower),
            CALLED.entrySet().stream()
                .filter(called -> called.getValue().contains(lower))
                .map(Map.Entry::getKey))
        .filter(node::has)
        .findFirst()
        .map(field -> new OfDocument(node.get(field), optionsOf(field)));
  }

  private Optional<JsonNode> optionsOf(String field) {
    return field.equals("answer") ? Optional.ofNullable(node.get("options")) : Optional.empty();
  }
}
