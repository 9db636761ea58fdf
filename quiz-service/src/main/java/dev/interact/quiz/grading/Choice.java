package dev.interact.quiz.grading;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads one choice: a letter, a letter with its option's text, or the text alone. */
final class Choice {
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?i)^.*?\\b(?:answer|choice|option)\\b[\\s*_]*(?:is\\b|:|=)?[\\s*_:]*(?:option\\s+)?(?=\\S)");
  private static final Pattern LETTER = Pattern.compile("^([A-Za-z])$");
  private static final Pattern LETTER_AND_TEXT =
      Pattern.compile("^([A-Za-z])\\s*[.):,;–—-]+\\s*(.+)$", Pattern.DOTALL);
  private static final String DRESS = "[\\s*_`\"'“”‘’()\\[\\]{}<>]+";

  private Choice() {}

  /** Whether a line says that an answer follows. */
  static boolean isAnnounced(String line) {
    return ANNOUNCED.matcher(line).find();
  }

  static boolean looksLikeLetter(String answer) {
    return LETTER.matcher(undressed(answer)).matches();
  }

  /** The position of the chosen option; empty where there is no clear one. */
  static OptionalInt read(String answer, List<String> options) {
    String plain = undressed(answer);
    OptionalInt text = textOf(plain, options);
    if (text.isPresent()) {
      return text;
    }
    Matcher letter = LETTER.matcher(plain);
    if (letter.matches()) {
      return position(letter.group(1), options);
    }
    Matcher both = LETTER_AND_TEXT.matcher(plain);
    if (both.matches()) {
      return agreeing(position(both.group(1), options), textOf(both.group(2), options));
    }
    Matcher announced = ANNOUNCED.matcher(plain);
    return announced.find() && announced.end() > 0
        ? read(plain.substring(announced.end()), options)
        : OptionalInt.empty();
  }

  private static OptionalInt agreeing(OptionalInt letter, OptionalInt text) {
    return text.isEmpty() || text.equals(letter) ? letter : OptionalInt.empty();
  }

  private static OptionalInt position(String letter, List<String> options) {
    int position = letter.toUpperCase(Locale.ROOT).charAt(0) - 'A';
    return position >= 0 && position < options.size()
        ? OptionalInt.of(position)
        : OptionalInt.empty();
  }

  private static OptionalInt textOf(String answer, List<String> options) {
    int[] same =
        IntStream.range(0, options.size())
            .filter(i -> normal(options.get(i)).equals(normal(answer)))
            .toArray();
    return same.length == 1 ? OptionalInt.of(same[0]) : OptionalInt.empty();
  }

  private static String normal(String text) {
    return undressed(text).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static String undressed(String text) {
    return text.strip().replaceAll("^" + DRESS, "").replaceAll("(?:" + DRESS + "|[.,;:!])+$", "");
  }
}
