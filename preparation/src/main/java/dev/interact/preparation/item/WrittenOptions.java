package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An item's options as an author wrote them: a list of texts or objects, or an object by letter.
 *
 * @param names how the author calls them: letters, unless it named them itself
 */
record WrittenOptions(List<String> names, List<String> texts) {
  private static final Pattern LETTERED =
      Pattern.compile("^\\(?([A-Ja-j])[).:]\\s*(\\S.*)$", Pattern.DOTALL);
  private static final Pattern NAMED =
      Pattern.compile(
          "^(?:(?i:option|answer)\\s+)?\\(?([A-Ja-j])(?:[).:]+(?:\\s.*)?)?$", Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile("\\d{1,3}");

  static WrittenOptions of(JsonNode node) {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    if (node.isObject()) {
      node.properties().forEach(option -> names.add(option.getKey()));
    }
    for (JsonNode option : node) {
      texts.add(ModelText.of(option.isObject() ? textOf(option) : option));
    }
    if (names.isEmpty()) {
      IntStream.range(0, texts.size()).mapToObj(WrittenOptions::letter).forEach(names::add);
    }
    return new WrittenOptions(List.copyOf(names), withoutLetters(texts));
  }

  /** The letter of an option, by its index. */
  static String letter(int index) {
    return String.valueOf((char) ('A' + index));
  }

  /** {@code {"letter": "A", "text": "…"}} or {@code {"A": "…"}}. */
  private static JsonNode textOf(JsonNode option) {
    return option.size() == 1 ? option.elements().next() : option.path("text");
  }

  /**
   * Letters are put before options where they are shown; an author's own would give orders away.
   */
  private static List<String> withoutLetters(List<String> texts) {
    List<String> bare = new ArrayList<>();
    for (int at = 0; at < texts.size(); at++) {
      Matcher lettered = LETTERED.matcher(texts.get(at));
      if (!lettered.matches() || !lettered.group(1).equalsIgnoreCase(letter(at))) {
        return texts;
      }
      bare.add(lettered.group(2));
    }
    return bare;
  }

  /** The index that an author means: by index, name, letter or text; null where none is clear. */
  Integer position(JsonNode answer) {
    JsonNode one = answer.isArray() && answer.size() == 1 ? answer.get(0) : answer;
    if (one.isNumber()) {
      return one.canConvertToExactIntegral() && one.canConvertToInt() ? one.intValue() : null;
    }
    return one.isTextual() ? position(ModelText.of(one)) : null;
  }

  private Integer position(String answer) {
    int[] same =
        IntStream.range(0, texts.size()).filter(at -> texts.get(at).equals(answer)).toArray();
    if (same.length == 1) {
      return same[0];
    }
    int named =
        names.stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .toList()
            .indexOf(answer.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return named;
    }
    if (INDEX.matcher(answer).matches()) {
      return Integer.parseInt(answer);
    }
    return lettered(answer);
  }

  private Integer lettered(String answer) {
    Matcher letter = NAMED.matcher(answer);
    if (letter.matches()) {
      return letter.group(1).toUpperCase(Locale.ROOT).charAt(0) - 'A';
    }
    int[] same =
        IntStream.range(0, texts.size())
            .filter(at -> Normal.words(texts.get(at)).equals(Normal.words(answer)))
            .toArray();
    return same.length == 1 ? same[0] : null;
  }
}
