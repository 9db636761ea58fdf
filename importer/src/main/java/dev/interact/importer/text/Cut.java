package dev.interact.importer.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that was cut at a limit.
 *
 * @param text its beginning
 * @param of how many characters the whole text has
 */
public record Cut(String text, int of) {
  private static final Encoding TOKENS =
      Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

  /**
   * Cuts a text after its last sentence that ends within a limit; after a word if the first
   * sentence is too long already.
   *
   * @param limit in tokens of o200k_base, at least 1
   * @return empty if the text is within the limit
   */
  public static Optional<Cut> at(String text, int limit) {
    var encoded = TOKENS.encodeOrdinary(text, limit);
    if (!encoded.isTruncated()) {
      return Optional.empty();
    }
    int end = Math.min(encoded.getLastProcessedCharacterIndex() + 1, text.length());
    String cut = text.substring(0, boundary(text, end)).stripTrailing();
    return Optional.of(new Cut(cut, text.length()));
  }

  private static int boundary(String text, int end) {
    int sentence = before(BreakIterator.getSentenceInstance(Locale.ROOT), text, end);
    if (sentence > 0) {
      return sentence;
    }
    int word = before(BreakIterator.getWordInstance(Locale.ROOT), text, end);
    return word > 0 ? word : Math.max(1, end);
  }

  /** The last boundary at or before a place, with text before it; 0 if there is none. */
  private static int before(BreakIterator boundaries, String text, int end) {
    boundaries.setText(text);
    int at = boundaries.isBoundary(end) ? end : boundaries.preceding(end);
    return at == BreakIterator.DONE || text.substring(0, at).isBlank() ? 0 : at;
  }
}
