package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;

/** Texts of models, with the replacement character in the place of what is no text. */
final class ModelText {
  static final char NO_TEXT = '\uFFFD';

  private ModelText() {}

  /** The text of a value; {@code ""} of what is none. */
  static String of(JsonNode value) {
    return value.isValueNode() && !value.isNull() ? clean(value.asText()) : "";
  }

  /** Without control characters but white space, and without halves of characters. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isText(c) ? c : NO_TEXT).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isText(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> Character.isWhitespace(c);
      case Character.SURROGATE -> false;
      default -> true;
    };
  }
}
