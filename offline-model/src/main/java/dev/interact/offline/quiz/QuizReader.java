package dev.interact.offline.quiz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds multiple-choice items in a message: a question, then options lettered from A on. Numbers
 * ({@code 1.}, {@code 1)}, {@code Q1:}, {@code Question 1}) are optional, option marks may be
 * {@code A.}, {@code A)}, {@code (A)} or {@code a)}, on lines of their own or in a row.
 */
public final class QuizReader {

  private static final Pattern OPTION =
      Pattern.compile("\\s*(?:[-*•]\\s+)?\\*{0,2}\\(?([A-Ja-j])[.):]\\*{0,2}\\s+(\\S.*)");
  private static final Pattern INLINE_MARK = Pattern.compile("(?<=\\s)\\(?([A-Ja-j])[.)]\\s");
  private static final Pattern HEADER =
      Pattern.compile(
          "[\\s#*\\[]*(?:(?:(?:question|item)\\s*#?|q)\\s*(\\d{1,3})\\b[\\s\\])]*(?:\\([^)]*\\))?[\\s.):*\\-–]*"
              + "|(\\d{1,3})\\s*[.):\\]][*]*\\s)(.*)",
          Pattern.CASE_INSENSITIVE);

  private final List<Item> items = new ArrayList<>();
  private final List<Item.Option> options = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private List<String> pending = new ArrayList<>();
  private boolean afterBlank;

  private QuizReader() {}

  public static Quiz read(String message) {
    var reader = new QuizReader();
    message.lines().map(QuizReader::splitInline).flatMap(List::stream).forEach(reader::line);
    reader.finishItem();
    reader.rest.addAll(reader.pending);
    return new Quiz(reader.items, String.join("\n", reader.rest).strip());
  }

  private void line(String line) {
    Matcher option = OPTION.matcher(line);
    if (option.matches() && isNext(option.group(1))) {
      char letter = Character.toUpperCase(option.group(1).charAt(0));
      if (letter == 'A') {
        finishItem();
      }
      options.add(new Item.Option(letter, option.group(2).strip()));
    } else if (!line.isBlank() && continuesOption(line)) {
      Item.Option last = options.removeLast();
      options.add(new Item.Option(last.letter(), last.text() + " " + line.strip()));
    } else {
      if (!line.isBlank()) {
        finishItem();
      }
      pending.add(line);
    }
    afterBlank = line.isBlank();
  }

  /** The first option of an item is an A with a question before it. */
  private boolean isNext(String mark) {
    char letter = Character.toUpperCase(mark.charAt(0));
    return letter == 'A'
        ? pending.stream().anyMatch(line -> !line.isBlank())
        : !options.isEmpty() && letter == options.getLast().letter() + 1;
  }

  private boolean continuesOption(String line) {
    boolean startsSomethingNew =
        afterBlank
            || HEADER.matcher(line).matches()
            || !Character.isLowerCase(line.strip().charAt(0));
    return !options.isEmpty() && !startsSomethingNew;
  }

  private void finishItem() {
    if (options.size() >= 2) {
      items.add(takeItem());
    } else {
      options.forEach(option -> pending.add(option.letter() + ". " + option.text()));
    }
    options.clear();
  }

  private Item takeItem() {
    int start = questionStart();
    rest.addAll(pending.subList(0, start));
    String question = String.join(" ", pending.subList(start, pending.size())).strip();
    pending = new ArrayList<>();
    Matcher header = HEADER.matcher(question);
    if (!header.matches()) {
      return new Item(items.size() + 1, question, options);
    }
    String number = header.group(1) == null ? header.group(2) : header.group(1);
    return new Item(Integer.parseInt(number), header.group(3).strip(), options);
  }

  /** The last numbered line, or else the last line that starts a sentence. */
  private int questionStart() {
    for (int i = pending.size() - 1; i >= 0; i--) {
      if (HEADER.matcher(pending.get(i)).matches()) {
        return i;
      }
    }
    int start = pending.size() - 1;
    while (start > 0 && !startsSentence(pending.get(start))) {
      start--;
    }
    return start;
  }

  private static boolean startsSentence(String line) {
    return !line.isBlank() && !Character.isLowerCase(line.strip().charAt(0));
  }

  private static List<String> splitInline(String line) {
    List<Integer> cuts = new ArrayList<>();
    Matcher mark = INLINE_MARK.matcher(" " + line);
    char expected = 'A';
    while (mark.find()) {
      if (Character.toUpperCase(mark.group(1).charAt(0)) == expected) {
        cuts.add(mark.start() - 1);
        expected++;
      }
    }
    if (cuts.size() < 2) {
      return List.of(line);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int cut : cuts) {
      parts.add(line.substring(from, cut).stripTrailing());
      from = cut;
    }
    parts.add(line.substring(from));
    return parts;
  }
}
