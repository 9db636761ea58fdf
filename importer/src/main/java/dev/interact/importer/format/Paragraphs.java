package dev.interact.importer.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes paragraphs of lines, and joins words that were divided at the ends of lines. */
final class Paragraphs {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:-[\\p{L}\\p{M}]+)*");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:…。！？][\"'”’»)\\]]*$");

  /** Between the lines of a paragraph; no text of a PDF has it. */
  private static final char WRAPPED = '\u000b';

  private static final Pattern DIVIDED =
      Pattern.compile("([\\p{L}\\p{M}]+)[-\u2010\u00ad]" + WRAPPED + "(\\p{Ll}[\\p{L}\\p{M}]*)");

  private final StringBuilder text = new StringBuilder();
  private float width;
  private Run last;

  /** Adds the lines of a page, in the order of reading. */
  void add(List<Run> lines) {
    for (int i = 0; i < lines.size(); i++) {
      Run line = lines.get(i);
      if (last != null) {
        text.append(separator(line, i == 0));
      }
      text.append(line.text());
      last = line;
      width = Math.max(line.width(), isSameColumn(line, lines, i) ? width : 0);
    }
  }

  private static boolean isSameColumn(Run line, List<Run> lines, int i) {
    return i > 0 && Math.abs(lines.get(i - 1).x() - line.x()) < 3 * line.height();
  }

  private String separator(Run line, boolean isFirstOfPage) {
    boolean goesOn = !SENTENCE_END.matcher(last.text()).find();
    if (isFirstOfPage || line.y() < last.y()) {
      return goesOn && Math.abs(line.height() - last.height()) < 0.5f ? "" + WRAPPED : "\n\n";
    }
    float gap = (line.y() - last.y()) / Math.max(line.height(), last.height());
    boolean isIndented = line.x() - last.x() > 0.8f * line.height() && !goesOn;
    if (gap > 1.75f || isIndented || Math.abs(line.height() - last.height()) > 1) {
      return "\n\n";
    }
    return last.width() < 0.75f * width ? "\n" : "" + WRAPPED;
  }

  /** The text with a blank line between paragraphs. */
  String text() {
    Set<String> words = new HashSet<>();
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    return DIVIDED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(undivided(found, words)))
        .replace(WRAPPED, ' ');
  }

  /** The hyphen stays where the text has the word with it elsewhere, and not without it. */
  private static String undivided(MatchResult found, Set<String> words) {
    String bare = found.group(1) + found.group(2);
    String hyphened = found.group(1) + "-" + found.group(2);
    return words.contains(hyphened) && !words.contains(bare) ? hyphened : bare;
  }
}
