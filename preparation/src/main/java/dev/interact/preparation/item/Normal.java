package dev.interact.preparation.item;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Normal forms of texts, for comparing what was written in different hands. */
final class Normal {
  private static final String QUOTES = "'`´‘’‚‛′ʼ\"“”„‟″«»‹›";
  private static final String DASHES = "-‐‑‒–—―−";
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASH = Pattern.compile(" ?-[ -]*");

  /** Loops over characters, not over groups: a loop over groups takes stack for each round. */
  private static final Pattern ELLIPSIS = Pattern.compile(" ?\\.[ .]*\\.[ .]*\\.");

  private static final String DOTS = "...";

  /** A dash before a number, and not after a word, is its sign. */
  private static final Pattern SIGN = Pattern.compile("(?<![\\p{L}\\p{N}])-(?=\\p{N})");

  private static final Pattern NO_WORD =
      Pattern.compile("[^\\p{L}\\p{N}\\p{M}\\p{Sm}\\p{Sc}\\p{So}]+");

  private Normal() {}

  /** Without regard to the forms of quotes, dashes, ellipses and white space; case counts. */
  static String quote(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("…", "...");
    String visible = INVISIBLE.matcher(composed).replaceAll("");
    StringBuilder plain = new StringBuilder(visible.length());
    for (int at = 0; at < visible.length(); at++) {
      char c = visible.charAt(at);
      plain.append(QUOTES.indexOf(c) >= 0 ? '\'' : DASHES.indexOf(c) >= 0 ? '-' : c);
    }
    String spaced = WHITE.matcher(plain).replaceAll(" ");
    String dashed = DASH.matcher(spaced).replaceAll("-");
    return ELLIPSIS.matcher(dashed).replaceAll("...").strip();
  }

  /** As {@link #quote}, without quotes and ellipses around it. */
  static String bareQuote(String text) {
    String quote = quote(text);
    int from = 0;
    int to = quote.length();
    while (from < to && wraps(quote, from, 1)) {
      from += quote.startsWith(DOTS, from) ? DOTS.length() : 1;
    }
    while (to > from && wraps(quote, to - 1, -1)) {
      to -= quote.startsWith(DOTS, to - DOTS.length()) ? DOTS.length() : 1;
    }
    return quote.substring(Math.min(from, to), to);
  }

  /** Whether a quote, a space or an ellipsis begins at a place, or ends there. */
  private static boolean wraps(String quote, int at, int direction) {
    char c = quote.charAt(at);
    int dots = direction > 0 ? at : at - DOTS.length() + 1;
    return c == '\'' || c == ' ' || quote.startsWith(DOTS, dots);
  }

  /** Without regard to case, white space and punctuation: words with one space between them. */
  static String words(String text) {
    String lower =
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('−', '-');
    String signed = SIGN.matcher(lower).replaceAll("−");
    return NO_WORD.matcher(signed).replaceAll(" ").strip();
  }

  /** As {@link #words}, without accents. */
  static String letters(String text) {
    String apart = Normalizer.normalize(words(text), Normalizer.Form.NFD);
    return apart.replaceAll("\\p{M}+", "");
  }
}
