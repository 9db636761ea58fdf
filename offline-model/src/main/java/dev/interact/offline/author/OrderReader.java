package dev.interact.offline.author;

import dev.interact.offline.author.Order.OfLevel;
import dev.interact.offline.text.TermKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads from the wording of a request what quiz is wanted. Where it does not say, an item has four
 * options, there are five items, and they are spread over the levels that it names, or else over
 * all.
 */
public final class OrderReader {

  private static final int ITEMS = 5;
  private static final int MOST_ITEMS = 200;
  private static final int OPTIONS = 4;
  private static final int MOST_OPTIONS = 10;

  private static final String NUMBER =
      "(?<![\\w.-])(\\d{1,3}|one|" + String.join("|", TermKind.NUMERALS.subList(0, 19)) + ")";
  private static final String LEVEL = "(easy|medium|moderate|hard|difficult)\\b";

  private static final Pattern NUMBER_LEVEL =
      pattern(
          NUMBER
              + "\\b[\\s(]*(?:(?:questions?|items?|mcqs?|ones?|of|at|on|with|the|level|difficulty|are"
              + "|should|must|be|is)\\b[\\s:\"'“(]*){0,6}"
              + LEVEL
              + "(?!\\s*(?:or|to)\\b)");
  private static final Pattern LEVEL_NUMBER =
      pattern(
          LEVEL
              + "[\"'”)*]*[ \\t]*(?:questions?|items?|level)?[\"'”)*]*[ \\t]*[:=×x–-][ \\t]*"
              + NUMBER
              + "\\b");
  private static final Pattern NAMED = pattern("\\b" + LEVEL);
  private static final Pattern COUNT =
      pattern(
          NUMBER
              + "(?:-|\\s+)(?:(?!options?|choices?|answers?|alternatives|distractors|wrong|of\\b|per\\b"
              + "|for\\b|from\\b)[\\w()/-]+\\s+){0,4}?(?:questions?|items?|mcqs?)\\b");
  private static final Pattern SINGLE =
      pattern("\\ban? (?:[\\w-]+ ){0,3}?(?:question|item|mcq)\\b");
  private static final Pattern CHOICES =
      pattern(
          NUMBER
              + "(?:-|\\s+)(?:(?!questions?|items?|of\\b|and\\b)[\\w()/-]+\\s+){0,3}?"
              + "(?:options?|choices?|alternatives|answers)\\b");
  private static final Pattern WRONG_CHOICES =
      pattern(NUMBER + "\\s+(?:[\\w-]+\\s+){0,2}?(?:distractors?|wrong|incorrect|false)\\b");
  private static final Pattern LAST_LETTER =
      Pattern.compile("\\bA\\)?\\s*(?:-|–|to|through|\\.\\.\\.?)\\s*\\(?([B-J])\\b");

  private OrderReader() {}

  /**
   * The order that a request makes.
   *
   * @param request without the material
   * @param replied what the model wrote before
   */
  public static Order read(String request, List<String> replied) {
    Stream<String> avoided =
        Stream.concat(Avoided.in(request), replied.stream().flatMap(Avoided::inReply));
    return new Order(wanted(request), options(request), avoided.toList());
  }

  private static List<OfLevel> wanted(String request) {
    Map<Level, Integer> numbers = new EnumMap<>(Level.class);
    LEVEL_NUMBER.matcher(request).results().forEach(m -> put(numbers, m.group(1), m.group(2)));
    if (numbers.isEmpty()) {
      NUMBER_LEVEL.matcher(request).results().forEach(m -> put(numbers, m.group(2), m.group(1)));
    }
    if (numbers.isEmpty()) {
      spread(count(request), levels(request), numbers);
    }
    return numbers.entrySet().stream().map(e -> new OfLevel(e.getKey(), e.getValue())).toList();
  }

  private static void put(Map<Level, Integer> numbers, String level, String number) {
    numbers.putIfAbsent(level(level), Math.min(MOST_ITEMS, number(number)));
  }

  private static List<Level> levels(String request) {
    List<Level> named =
        NAMED.matcher(request).results().map(m -> level(m.group(1))).distinct().sorted().toList();
    return named.isEmpty() ? List.of(Level.values()) : named;
  }

  private static void spread(int count, List<Level> levels, Map<Level, Integer> numbers) {
    for (int n = 0; n < count; n++) {
      numbers.merge(levels.get(n % levels.size()), 1, Integer::sum);
    }
  }

  private static int count(String request) {
    int none = SINGLE.matcher(request).find() ? 1 : ITEMS;
    return Math.clamp(first(COUNT, request).orElse(none), 1, MOST_ITEMS);
  }

  private static int options(String request) {
    Matcher letter = LAST_LETTER.matcher(request);
    int lettered = letter.find() ? letter.group(1).charAt(0) - 'A' + 1 : OPTIONS;
    OptionalInt wrong = first(WRONG_CHOICES, request);
    int said = wrong.isPresent() ? wrong.getAsInt() + 1 : lettered;
    return Math.clamp(
        CHOICES
            .matcher(request)
            .results()
            .mapToInt(OrderReader::number)
            .filter(n -> n > 1)
            .findFirst()
            .orElse(said),
        2,
        MOST_OPTIONS);
  }

  private static OptionalInt first(Pattern pattern, String request) {
    return pattern.matcher(request).results().mapToInt(OrderReader::number).findFirst();
  }

  private static int number(MatchResult found) {
    return number(found.group(1));
  }

  private static int number(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int numeral = TermKind.NUMERALS.indexOf(lower);
    return lower.equals("one") ? 1 : numeral >= 0 ? numeral + 2 : Integer.parseInt(word);
  }

  private static Level level(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "easy" -> Level.EASY;
      case "medium", "moderate" -> Level.MEDIUM;
      default -> Level.HARD;
    };
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
