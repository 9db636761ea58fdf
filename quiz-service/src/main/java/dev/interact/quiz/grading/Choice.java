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
  private static final String DRESS = "*_`\"'“”‘’()[]{}<>";
  private static final String STOPS = ".,;:!";
  private static final int ANNOUNCEMENTS = 3;

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
    OptionalInt choice = plainly(plain, options);
    for (int i = 0; i < ANNOUNCEMENTS && choice.isEmpty(); i++) {
      Matcher announced = ANNOUNCED.matcher(plain);
      if (!announced.find()) {
        break;
      }
      plain = undressed(plain.substring(announced.end()));
      choice = plainly(plain, options);
    }
    return choice;
  }

  private static OptionalInt plainly(String plain, List<String> options) {
    OptionalInt text = textOf(plain, options);
    if (text.isPresent()) {
      return text;
    }
    Matcher letter = LETTER.matcher(plain);
    if (letter.matches()) {
      return position(letter.group(1), options);
    }
    Matcher both = LETTER_AND_TEXT.matcher(plain);
    return both.matches()
        ? agreeing(position(both.group(1), options), textOf(both.group(2), options))
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

  /** Without brackets, quotes and emphasis around it, and full stops after it. */
  private static String undressed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isDress(text.charAt(from))) {
      from++;
    }
    while (to > from && (isDress(text.charAt(to - 1)) || STOPS.indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isDress(char c) {
    return Character.isWhitespace(c) || DRESS.indexOf(c) >= 0;
  }
}
