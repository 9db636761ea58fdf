package dev.interact.offline.author;

import dev.interact.offline.text.TermKind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence that a term is left out of. */
record Gap(Reading reading, int at, Term term) {

  static final String BLANK = "____";

  private static final int FEWEST_WORDS = 3;
  private static final int MOST_CHARACTERS = 260;
  private static final int COMFORTABLE = 160;

  private static final Pattern ARTICLE = Pattern.compile("\\b([Aa])n? " + BLANK);
  private static final Pattern VAGUE_START =
      Pattern.compile(
          "^[\"“‘']?(?:he|she|it|they|this|that|these|those|and|but|or|so|then|there)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SUBJECT =
      Pattern.compile(
          BLANK
              + " (?!(?:and|or|of|who|which|that|in|on|at|to|but|as|for|with|by)\\b)(\\p{Ll}.*)\\.");

  /** Whether enough is left to know the place by, and nothing of the term. */
  boolean isFair() {
    return reading.substance(at, term) >= FEWEST_WORDS
        && sentence().length() <= MOST_CHARACTERS
        && !Term.resembles(term.text(), text().replace(BLANK, " "));
  }

  String sentence() {
    return reading.sentence(at);
  }

  /** The sentence with a blank; the article before it does not tell how the term begins. */
  String text() {
    return ARTICLE.matcher(filled(BLANK)).replaceAll("$1/an " + BLANK);
  }

  /** The sentence with something else in the term's place. */
  String filled(String other) {
    return term.pattern().matcher(sentence()).replaceAll(Matcher.quoteReplacement(other));
  }

  /** A question from the sentence where its form allows it, or else for the blank. */
  String question() {
    Matcher subject = SUBJECT.matcher(text());
    boolean asks =
        term.kind() == TermKind.NAME
            && subject.matches()
            && !subject.group(1).matches(".*[\"“”?!:].*");
    return asks
        ? "Who or what " + subject.group(1) + "?"
        : "Which " + term.kind().word() + " belongs in the gap: " + quoted() + "?";
  }

  String quoted() {
    return "“" + text() + "”";
  }

  double worth() {
    double worth =
        switch (term.kind()) {
          case NUMBER, NAME -> 1;
          case DATE, YEAR, NUMERAL -> 0.9;
          case MONTH, DAY -> 0.7;
          case WORD -> 0;
        };
    worth -= VAGUE_START.matcher(sentence()).find() ? 0.6 : 0;
    worth -= sentence().length() > COMFORTABLE ? 0.4 : 0;
    return worth - (isWholeSpeech() ? 0 : 0.5);
  }

  /** Whether quotation marks that are opened are closed again. */
  private boolean isWholeSpeech() {
    String s = sentence();
    return s.chars().filter(c -> c == '"').count() % 2 == 0
        && s.chars().filter(c -> c == '“').count() == s.chars().filter(c -> c == '”').count();
  }
}
