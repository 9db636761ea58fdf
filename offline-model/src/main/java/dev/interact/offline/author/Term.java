package dev.interact.offline.author;

import dev.interact.offline.text.Stems;
import dev.interact.offline.text.TermKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A word or phrase of a text that can be asked for. Terms that differ in case are the same. */
record Term(TermKind kind, String text) {

  private static final int FEWEST_SHARED = 4;

  String key() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Finds it in running text. */
  Pattern pattern() {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  boolean isIn(String sentence) {
    return sentence.toLowerCase(Locale.ROOT).contains(key()) && pattern().matcher(sentence).find();
  }

  /** Whether both have a word in common, or nearly, so that they may name the same thing. */
  boolean resembles(Term other) {
    return resembles(text, other.text);
  }

  static boolean resembles(String one, String other) {
    Set<String> stems = new HashSet<>(Stems.of(one));
    return !Collections.disjoint(stems, Stems.of(other)) || startAlike(one, other);
  }

  private static boolean startAlike(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    boolean letters = a.chars().allMatch(Character::isLetter) && b.length() >= FEWEST_SHARED;
    return a.equals(b)
        || letters && a.length() >= FEWEST_SHARED && (a.startsWith(b) || b.startsWith(a));
  }

  /** Whether another could stand in its place as far as form goes. */
  boolean isFormedLike(Term other) {
    return kind == other.kind
        && switch (kind) {
          case DATE, YEAR, NUMBER, NUMERAL, MONTH, DAY -> true;
          case NAME -> closeInLength(other, 3);
          case WORD -> closeInLength(other, 2) && ending().equals(other.ending());
        };
  }

  private boolean closeInLength(Term other, int times) {
    int shorter = Math.min(text.length(), other.text.length());
    return Math.max(text.length(), other.text.length()) <= shorter * times;
  }

  private String ending() {
    return List.of("ing", "ed", "ly", "s").stream().filter(text::endsWith).findFirst().orElse("");
  }
}
