package dev.interact.offline.job;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form in which the next question is wanted.
 *
 * @param count so many questions, as a numbered list; 1 for a single question without a number
 * @param labels of the lines that are wanted, in order; empty for the bare question
 * @param mayStop whether {@code STOP} may stand in place of the question
 * @param aspects of an image, one of which is to be asked about; empty where it is free
 */
public record QuestionForm(int count, List<Label> labels, boolean mayStop, Set<Aspect> aspects) {

  /** What a line of the reply says. */
  public enum Label {
    KNOWN,
    MISSING,
    CONFIDENCE,
    QUESTION
  }

  /** What a question about an image may be about. */
  public enum Aspect {
    REGION,
    ATTRIBUTE,
    RELATION,
    COUNT
  }

  /** A single question and nothing else. */
  public static final QuestionForm PLAIN = new QuestionForm(1, List.of(), false, Set.of());

  private static final int MOST = 20;
  private static final List<String> NUMBERS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private static final Pattern LABEL =
      Pattern.compile("(?<![\\p{L}\\d])(%s)[*_\"'`]*\\s*:".formatted(names(Label.values())));
  private static final Pattern STOP =
      Pattern.compile(
          "(?i:\\b(?:write|say|reply|answer|respond|return|type|use|with)\\b)[^.?!\\n]{0,40}\\bSTOP\\b");
  private static final Pattern PROPOSALS =
      Pattern.compile(
          """
          \\b(?:propose|suggest|list|write|offer|give|name|come up with|think of|formulate|draft\
          |brainstorm)\\b[^.?!\\n]{0,40}?\\b(\\d{1,2}|%s)\\b[^.?!\\n]{0,30}\
          \\b(?:questions|candidates|proposals|alternatives)\\b"""
              .formatted(String.join("|", NUMBERS)),
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASPECT =
      Pattern.compile("\\b(" + names(Aspect.values()) + ")s?\\b", Pattern.CASE_INSENSITIVE);

  /** One aspect, or several in a row; what stands behind a colon comes before definitions. */
  private static final Pattern ASPECTS =
      Pattern.compile(
          ":\\s*(?:(?:,|\\band\\b|\\bor\\b|\\ban?\\b|\\bthe\\b|\\s)*%s)+"
              .formatted(ASPECT.pattern()),
          Pattern.CASE_INSENSITIVE);

  public QuestionForm {
    labels = List.copyOf(labels);
    aspects = Set.copyOf(aspects);
  }

  /** The form that an instruction asks for; {@link #PLAIN} where it asks for none. */
  static QuestionForm in(String instruction) {
    List<Label> labels = labels(instruction);
    boolean mayStop = STOP.matcher(instruction).find();
    if (!labels.contains(Label.QUESTION)) {
      return new QuestionForm(proposals(instruction), List.of(), mayStop, Set.of());
    }
    return new QuestionForm(1, labels, mayStop, aspects(instruction));
  }

  /** Whether a text says anything of a form; it may be a part of an instruction. */
  static boolean isSpokenOfIn(String text) {
    return LABEL.matcher(text).find() || !in(text).isPlain();
  }

  public boolean isPlain() {
    return equals(PLAIN);
  }

  private static List<Label> labels(String instruction) {
    return LABEL
        .matcher(instruction)
        .results()
        .map(m -> Label.valueOf(m.group(1)))
        .distinct()
        .toList();
  }

  private static int proposals(String instruction) {
    Matcher wanted = PROPOSALS.matcher(instruction);
    if (!wanted.find()) {
      return 1;
    }
    String number = wanted.group(1).toLowerCase(Locale.ROOT);
    int count = NUMBERS.contains(number) ? NUMBERS.indexOf(number) + 2 : Integer.parseInt(number);
    return Math.clamp(count, 1, MOST);
  }

  private static Set<Aspect> aspects(String instruction) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    Matcher listed = ASPECTS.matcher(instruction);
    if (listed.find()) {
      ASPECT.matcher(listed.group()).results().map(QuestionForm::aspect).forEach(aspects::add);
    }
    return aspects;
  }

  private static Aspect aspect(MatchResult named) {
    return Aspect.valueOf(named.group(1).toUpperCase(Locale.ROOT));
  }

  private static String names(Enum<?>... values) {
    return List.of(values).stream().map(Enum::name).collect(Collectors.joining("|"));
  }
}
