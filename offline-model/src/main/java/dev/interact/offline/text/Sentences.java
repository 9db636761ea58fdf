package dev.interact.offline.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences. Wrapped lines are joined; the lines of a song, a poem or a list are
 * sentences of their own. White space inside a sentence becomes single spaces.
 */
public final class Sentences {

  private static final int WRAPPED_LINE = 55;
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|.*[\\s(\"'“])(?:Dr|Mrs?|Ms|Prof|Sr|Jr|St|Mt|Gen|Col|Capt|Lt|No|Fig|Eq|vs|al|etc|e\\.g|i\\.e|cf|[A-Z])\\.",
          Pattern.DOTALL);

  private Sentences() {}

  /** The sentences in text order; none for a blank text. */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String block : Paragraphs.of(text)) {
      for (String line : unwrap(block)) {
        split(line, sentences);
      }
    }
    return sentences;
  }

  private static List<String> unwrap(String block) {
    List<String> lines = new ArrayList<>();
    boolean previousWasFull = false;
    for (String raw : block.split("\\R")) {
      String line = WHITE_SPACE.matcher(raw).replaceAll(" ").strip();
      if (line.isEmpty()) {
        continue;
      }
      boolean continues = previousWasFull || Character.isLowerCase(line.charAt(0));
      if (continues && !lines.isEmpty()) {
        lines.set(lines.size() - 1, lines.getLast() + " " + line);
      } else {
        lines.add(line);
      }
      previousWasFull = line.length() >= WRAPPED_LINE;
    }
    return lines;
  }

  private static void split(String line, List<String> sentences) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(line);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      String sentence = line.substring(start, end).strip();
      if (!sentence.isEmpty() && (end == line.length() || !endsInAbbreviation(sentence))) {
        sentences.add(sentence);
        start = end;
      }
    }
  }

  private static boolean endsInAbbreviation(String sentence) {
    return ABBREVIATION.matcher(sentence).matches();
  }
}
