package dev.interact.offline.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token count of this server: a run of letters and digits is one token, every other visible
 * character is one. An approximation of what a byte-pair tokenizer would count.
 */
public final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{L}\\p{M}\\p{N}]");

  private Tokens() {}

  public static int count(CharSequence text) {
    Matcher token = TOKEN.matcher(text);
    int count = 0;
    while (token.find()) {
      count++;
    }
    return count;
  }

  /** The beginning of the text that is at most {@code limit} tokens long. */
  public static String truncate(String text, int limit) {
    Matcher token = TOKEN.matcher(text);
    int end = 0;
    for (int kept = 0; token.find(); kept++) {
      if (kept == limit) {
        return text.substring(0, end);
      }
      end = token.end();
    }
    return text;
  }
}
