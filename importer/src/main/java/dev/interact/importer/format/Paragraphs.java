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
  private static final String WRAPPED = "\u000b";

  private static final Pattern DIVIDED =
      Pattern.compile("([\\p{L}\\p{M}]+)[-\u2010\u00ad]" + WRAPPED + "(\\p{Ll}[\\p{L}\\p{M}]*)");

  private static final float SHORT = 0.75f;
  private static final float LARGEST_LINE_GAP = 1.75f;

  private final StringBuilder text = new StringBuilder();
  private Run last;

  /** Adds the lines of a page, in the order of reading. */
  void add(List<Run> lines) {
    int begin = 0;
    for (int end = 1; end <= lines.size(); end++) {
      if (end == lines.size() || !isOfOneBlock(lines.get(end - 1), lines.get(end))) {
        add(lines.subList(begin, end), begin == 0);
        begin = end;
      }
    }
  }

  private static boolean isOfOneBlock(Run line, Run next) {
    return next.y() > line.y()
        && Math.abs(next.height() - line.height()) < 1
        && Math.abs(next.x() - line.x()) < 3 * line.height();
  }

  private void add(List<Run> block, boolean isFirstOfPage) {
    if (last != null) {
      text.append(beforeBlock(block.getFirst(), isFirstOfPage));
    }
    float left = (float) block.stream().mapToDouble(Run::x).min().orElseThrow();
    float right = (float) block.stream().mapToDouble(Run::right).max().orElseThrow();
    last = block.getFirst();
    text.append(last.text());
    for (Run line : block.subList(1, block.size())) {
      text.append(between(line, left + SHORT * (right - left))).append(line.text());
      last = line;
    }
  }

  /** A sentence goes on in the next column, or on the next page. */
  private String beforeBlock(Run line, boolean isFirstOfPage) {
    boolean isNextColumn = isFirstOfPage || line.y() < last.y();
    boolean isSameType = Math.abs(line.height() - last.height()) < 0.5f;
    return isNextColumn && isSameType && !endsSentence() ? WRAPPED : "\n\n";
  }

  private String between(Run line, float shortRight) {
    float gap = (line.y() - last.y()) / line.height();
    boolean isIndented = line.x() - last.x() > 0.8f * line.height() && endsSentence();
    if (gap > LARGEST_LINE_GAP || isIndented) {
      return "\n\n";
    }
    return last.right() < shortRight ? "\n" : WRAPPED;
  }

  private boolean endsSentence() {
    return SENTENCE_END.matcher(last.text()).find();
  }

  /** The text with a blank line between paragraphs. */
  String text() {
    Set<String> words = new HashSet<>();
    WORD.matcher(text).results().forEach(word -> words.add(word.group()));
    return DIVIDED
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(undivided(found, words)))
        .replace(WRAPPED, " ");
  }

  /** The hyphen stays where the text has the word with it elsewhere, and not without it. */
  private static String undivided(MatchResult found, Set<String> words) {
    String bare = found.group(1) + found.group(2);
    String hyphened = found.group(1) + "-" + found.group(2);
    return words.contains(hyphened) && !words.contains(bare) ? hyphened : bare;
  }
}
