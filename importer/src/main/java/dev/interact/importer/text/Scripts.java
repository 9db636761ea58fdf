package dev.interact.importer.text;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.KHMER;
import static java.lang.Character.UnicodeScript.LAO;
import static java.lang.Character.UnicodeScript.MYANMAR;
import static java.lang.Character.UnicodeScript.THAI;
import static java.lang.Character.UnicodeScript.TIBETAN;
import static java.lang.Character.UnicodeScript.UNKNOWN;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The scripts of a text, and the words that have letters of two that do not belong together. */
public final class Scripts {
  /** Written in one word with each other, and with any one more. */
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO);

  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN);

  private static final Set<UnicodeScript> OF_NONE = EnumSet.of(COMMON, INHERITED, UNKNOWN);

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
  private final Set<String> mixedWords = new LinkedHashSet<>();

  private Scripts(String text) {
    int begin = 0;
    Set<UnicodeScript> ofWord = EnumSet.noneOf(UnicodeScript.class);
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (Character.isLetter(c)) {
        UnicodeScript script = UnicodeScript.of(c);
        if (!OF_NONE.contains(script)) {
          letters.merge(script, 1, Integer::sum);
          ofWord.add(script);
        }
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        end(text.substring(begin, at), ofWord);
        begin = at + Character.charCount(c);
      }
      at += Character.charCount(c);
    }
    end(text.substring(Math.min(begin, text.length())), ofWord);
  }

  /** Looks through a text. */
  public static Scripts of(String text) {
    return new Scripts(text);
  }

  private void end(String word, Set<UnicodeScript> scripts) {
    if (scripts.size() > 1) {
      scripts.removeAll(EAST_ASIAN);
      if (scripts.size() > 1) {
        mixedWords.add(word);
      }
    }
    scripts.clear();
  }

  /** How many letters there are, by the script's name in lower case. */
  public Map<String, Integer> letters() {
    Map<String, Integer> named = new TreeMap<>();
    letters.forEach((script, count) -> named.put(script.name().toLowerCase(Locale.ROOT), count));
    return named;
  }

  /** Words such as "REDЯUM", each once. */
  public Set<String> mixedWords() {
    return mixedWords;
  }

  /** Whether most letters are of scripts that are written without spaces. */
  public boolean isWithoutSpaces() {
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int without =
        letters.entrySet().stream()
            .filter(e -> WITHOUT_SPACES.contains(e.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return 2 * without > all;
  }
}
