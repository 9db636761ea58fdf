package dev.interact.worker.model;

import java.nio.charset.StandardCharsets;

/** Makes text that came from outside fit for a message. */
final class SafeText {
  /** How much is kept of what came back. */
  static final int RAW_BYTES = 16 * 1024;

  private static final int REPLACEMENT = 0xFFFD;
  private static final int CONTINUATION_MASK = 0xC0;
  private static final int CONTINUATION = 0x80;

  private SafeText() {}

  /** The text with U+FFFD for lone surrogates, which UTF-8 cannot express. */
  static String wellFormed(String text) {
    return text.codePoints()
        .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * The first {@link #RAW_BYTES} bytes in UTF-8, cut between characters; null for an empty text.
   */
  static String beginning(String text) {
    byte[] bytes = wellFormed(text).getBytes(StandardCharsets.UTF_8);
    int end = Math.min(bytes.length, RAW_BYTES);
    while (end < bytes.length && (bytes[end] & CONTINUATION_MASK) == CONTINUATION) {
      end--;
    }
    return end == 0 ? null : new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
