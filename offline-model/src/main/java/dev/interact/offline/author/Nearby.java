package dev.interact.offline.author;

import dev.interact.offline.text.Chance;
import dev.interact.offline.text.TermKind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes up dates and numbers that look like a given one, for texts that have too few. */
final class Nearby {

  private static final int TRIES = 40;
  private static final int YEARS = 12;
  private static final Pattern DAY_OF_MONTH = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

  private Nearby() {}

  /** In random order, perhaps with repetitions; none for names and words. */
  static Stream<String> of(Term term, Chance chance) {
    return switch (term.kind()) {
      case NAME, WORD -> Stream.empty();
      case DATE, YEAR, NUMBER, NUMERAL, MONTH, DAY ->
          IntStream.range(0, TRIES)
              .mapToObj(n -> one(term, new Chance(chance.seed() * TRIES + n)))
              .filter(other -> !other.equals(term.text()));
    };
  }

  private static String one(Term term, Chance chance) {
    String text = term.text();
    return switch (term.kind()) {
      case YEAR -> String.valueOf(Integer.parseInt(text) + from(-YEARS, YEARS, chance, text));
      case NUMBER -> digits(text, chance);
      case NUMERAL -> numeral(text, chance);
      case MONTH -> pick(TermKind.MONTHS, chance, text);
      case DAY -> pick(TermKind.DAYS, chance, text);
      case DATE -> date(text, chance);
      case NAME, WORD -> text;
    };
  }

  /** As many digits, the first of them no zero; behind a point or colon, those of a clock time. */
  private static String digits(String text, Chance chance) {
    StringBuilder changed = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      boolean first = at == 0;
      boolean afterMark = at > 0 && !Character.isDigit(text.charAt(at - 1));
      String draw = text + at;
      changed.append(
          Character.isDigit(text.charAt(at))
              ? String.valueOf(from(first ? 1 : 0, afterMark ? 5 : 9, chance, draw))
              : text.charAt(at));
    }
    return changed.toString();
  }

  private static String numeral(String text, Chance chance) {
    int hyphen = text.indexOf('-');
    String end =
        hyphen < 0 ? "" : "-" + pick(TermKind.NUMERALS.subList(0, 8), chance, "end" + text);
    List<String> all = TermKind.NUMERALS;
    int at = all.indexOf((hyphen < 0 ? text : text.substring(0, hyphen)).toLowerCase());
    int low = hyphen < 0 ? Math.max(0, at - 5) : all.indexOf("twenty");
    int high = hyphen < 0 ? Math.min(all.size() - 1, at + 5) : all.size() - 1;
    String other = all.get(from(low, high, chance, text)) + end;
    return Character.isUpperCase(text.charAt(0))
        ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
        : other;
  }

  private static String date(String text, Chance chance) {
    String day = String.valueOf(from(4, 20, chance, text));
    String plain = text.replaceFirst("(?<=\\d)(?:st|nd|rd|th)\\b", "th");
    String other = DAY_OF_MONTH.matcher(plain).replaceFirst(day);
    return TermKind.MONTH
        .pattern()
        .matcher(other)
        .replaceFirst(pick(TermKind.MONTHS, chance, "month" + text));
  }

  private static String pick(List<String> words, Chance chance, String draw) {
    return words.get(from(0, words.size() - 1, chance, draw));
  }

  private static int from(int low, int high, Chance chance, String draw) {
    return low + (int) (chance.draw(draw) * (high - low + 1));
  }
}
