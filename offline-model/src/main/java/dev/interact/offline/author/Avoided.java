package dev.interact.offline.author;

import dev.interact.offline.text.Paragraphs;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Questions that an author is not to repeat. */
final class Avoided {

  private static final Pattern HEADING =
      Pattern.compile(
          "\\b(?:already|existing|avoid|repeat|could not be used|rejected|previous(?:ly)?|earlier"
              + "|other than|different from|problems?|discard(?:ed)?)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTED = Pattern.compile("\\s*(?:[-*•]|\\d{1,3}[.)])\\s+(\\S.*)");
  private static final Pattern WRITTEN =
      Pattern.compile("\"question\"\\s*:\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");

  private Avoided() {}

  /** The lists under headings that say so, in the paragraph of the heading or in the next. */
  static Stream<String> in(String request) {
    List<String> paragraphs = Paragraphs.of(request);
    return IntStream.range(0, paragraphs.size())
        .filter(
            at ->
                isHeaded(paragraphs.get(at))
                    || at > 0 && isHeading(paragraphs.get(at - 1)) && isList(paragraphs.get(at)))
        .boxed()
        .flatMap(at -> listed(paragraphs.get(at)));
  }

  /** Those of a reply of its own. */
  static Stream<String> inReply(String reply) {
    return WRITTEN.matcher(reply).results().map(found -> found.group(1));
  }

  private static boolean isHeaded(String paragraph) {
    return HEADING.matcher(firstLine(paragraph)).find() && listed(paragraph).findAny().isPresent();
  }

  private static boolean isHeading(String paragraph) {
    return HEADING.matcher(paragraph).find() && paragraph.strip().endsWith(":");
  }

  private static boolean isList(String paragraph) {
    return LISTED.matcher(firstLine(paragraph)).matches();
  }

  private static String firstLine(String paragraph) {
    return paragraph.strip().lines().findFirst().orElse("");
  }

  private static Stream<String> listed(String paragraph) {
    return paragraph
        .lines()
        .map(LISTED::matcher)
        .filter(line -> line.matches())
        .map(line -> line.group(1));
  }
}
