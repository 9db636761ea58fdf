package dev.interact.analysis.features;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a question asks for, by its words. The rule looks at the last sentence that ends with a
 * question mark, or where there is none at the whole text, in lower case:
 *
 * <ol>
 *   <li>Where it begins with an auxiliary verb (is, are, do, can, ...) that is not followed by
 *       <em>you</em>, it is {@link #YES_NO}.
 *   <li>Else the first word of who, whom, whose, what, which, when, where, why, how decides;
 *       <em>how</em> before a measure (many, much, long, often, old, far, large, ...) is {@link
 *       #QUANTITY}.
 *   <li>Else it is a {@link #REQUEST} where it begins with an auxiliary verb and <em>you</em>, with
 *       <em>please</em>, or with a verb that asks (tell, describe, explain, ...).
 *   <li>Anything else is {@link #OTHER}.
 * </ol>
 */
public enum QuestionType {
  /** who, whom, whose. */
  WHO,
  /** what. */
  WHAT,
  /** which. */
  WHICH,
  /** when. */
  WHEN,
  /** where. */
  WHERE,
  /** why. */
  WHY,
  /** how. */
  HOW,
  /** how many, how much, how long and so on. */
  QUANTITY,
  /** Asks whether something is so. */
  YES_NO,
  /** Asks to be told, without a word that says what. */
  REQUEST,
  OTHER;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
  private static final Set<String> AUXILIARIES =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "am",
          "do",
          "does",
          "did",
          "has",
          "have",
          "had",
          "can",
          "could",
          "will",
          "would",
          "shall",
          "should",
          "may",
          "might",
          "must",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "don't",
          "doesn't",
          "didn't",
          "hasn't",
          "haven't",
          "can't",
          "couldn't",
          "won't",
          "wouldn't",
          "shouldn't");
  private static final Set<String> MEASURES =
      Set.of(
          "many",
          "much",
          "long",
          "often",
          "old",
          "far",
          "large",
          "big",
          "small",
          "high",
          "tall",
          "deep",
          "wide",
          "heavy",
          "fast",
          "soon",
          "late",
          "frequently");
  private static final Set<String> ASKING =
      Set.of(
          "please",
          "tell",
          "describe",
          "explain",
          "give",
          "list",
          "name",
          "summarise",
          "summarize",
          "elaborate",
          "clarify",
          "show",
          "outline",
          "share",
          "provide",
          "discuss",
          "compare");

  /** The type of a question. */
  public static QuestionType of(String question) {
    List<String> words = words(asked(question));
    String first = words.isEmpty() ? "" : words.getFirst();
    boolean toYou = words.size() > 1 && words.get(1).equals("you");
    if (AUXILIARIES.contains(first) && !toYou) {
      return YES_NO;
    }
    boolean asksToTell = AUXILIARIES.contains(first) || ASKING.contains(first);
    return byWord(words).orElse(asksToTell ? REQUEST : OTHER);
  }

  private static String asked(String text) {
    String asked = text;
    for (String sentence : SENTENCE_END.split(text.strip())) {
      asked = sentence.endsWith("?") ? sentence : asked;
    }
    return asked;
  }

  private static List<String> words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
  }

  private static Optional<QuestionType> byWord(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean measured = i + 1 < words.size() && MEASURES.contains(words.get(i + 1));
      QuestionType type =
          switch (words.get(i)) {
            case "who", "whom", "whose", "who's" -> WHO;
            case "what", "what's" -> WHAT;
            case "which" -> WHICH;
            case "when", "when's" -> WHEN;
            case "where", "where's" -> WHERE;
            case "why" -> WHY;
            case "how", "how's" -> measured ? QUANTITY : HOW;
            default -> null;
          };
      if (type != null) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
