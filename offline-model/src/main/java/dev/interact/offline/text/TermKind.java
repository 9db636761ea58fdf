package dev.interact.offline.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What sort of thing a word or phrase is, by its looks alone; the first kind that fits. */
public enum TermKind {
  DATE(
      "date",
      "\\d{1,2}(?:st|nd|rd|th)? %1$s(?: \\d{4})?|%1$s \\d{1,2}(?:st|nd|rd|th)?(?:, \\d{4})?"),
  YEAR("year", "(?:1\\d|20)\\d\\d"),
  NUMBER("number", "\\d+(?:[.,:]\\d+)*"),
  NUMERAL("number", "(?i:%3$s)"),
  MONTH("month", "%1$s"),
  DAY("day", "%2$s"),
  NAME("name", "\\p{Lu}[\\p{L}’'.-]*(?: [\\p{L}’'.-]+)*"),
  WORD("word", "[\\p{L}-]+");

  public static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  public static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  public static final List<String> NUMERALS =
      List.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety");

  private final String word;
  private final String regex;

  TermKind(String word, String regex) {
    this.word = word;
    this.regex = regex;
  }

  /** What a question calls it. */
  public String word() {
    return word;
  }

  /** Finds terms of this kind in running text. */
  public Pattern pattern() {
    return Patterns.OF.get(ordinal());
  }

  /** The kind of a term; {@link #WORD} where no other fits. */
  public static TermKind of(String term) {
    for (TermKind kind : values()) {
      if (kind.pattern().matcher(term).matches()) {
        return kind;
      }
    }
    return WORD;
  }

  /** Kinds need the lists, which an enum sets after its constants. */
  private static final class Patterns {

    private static final String TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    static final List<Pattern> OF = List.of(values()).stream().map(Patterns::compile).toList();

    private static Pattern compile(TermKind kind) {
      String numeral =
          TENS + "-(?:one|two|three|four|five|six|seven|eight|nine)|" + String.join("|", NUMERALS);
      String regex = kind.regex.formatted(any(MONTHS), any(DAYS), numeral.toLowerCase(Locale.ROOT));
      return Pattern.compile(
          "(?<![\\p{L}\\p{N}-])(?<!\\p{N}[.,:])(?:%s)(?![\\p{L}\\p{N}-]|[.,:]\\p{N})"
              .formatted(regex));
    }

    private static String any(List<String> words) {
      return "(?:" + String.join("|", words) + ")";
    }
  }
}
