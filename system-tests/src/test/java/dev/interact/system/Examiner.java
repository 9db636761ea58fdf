package dev.interact.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.Hash;
import dev.interact.study.Concept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Models that write quizzes on made-up chronicles, sit them and judge them, each by the request
 * alone. Of every seven years the first is famous (models without the context know it), the fourth
 * doubtful (the judge says no) and the sixth hidden (models with the context get it wrong).
 */
final class Examiner {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = 1800;
  private static final int YEARS = 70;
  private static final String CONSONANTS = "BDFGKLMNPRSTVZ";
  private static final Pattern ORDERED = Pattern.compile("- (\\d+) of level (\\w+)");
  private static final Pattern HOUSE = Pattern.compile("house (\\d+)");
  private static final Pattern YEAR = Pattern.compile("in (18\\d\\d)");
  private static final Pattern ITEM =
      Pattern.compile("(\\d+)\\. (Which keeper[^\\n]*)\\n((?:[A-J]\\) [^\\n]*\\n?)+)");

  private final ModelStub stub;

  Examiner(ModelStub stub) {
    this.stub = stub;
  }

  /** Chronicles of some houses, as material. */
  static List<Concept> chronicles(int houses) {
    return IntStream.range(0, houses)
        .mapToObj(
            house ->
                new Concept(
                    "house-" + house,
                    "story",
                    "The chronicle of house " + house,
                    IntStream.range(0, YEARS)
                        .mapToObj(year -> sentence(house, year))
                        .collect(Collectors.joining("\n")),
                    null,
                    List.of(),
                    null,
                    "CC0-1.0",
                    Map.of()))
        .toList();
  }

  private static String sentence(int house, int year) {
    return "The lamps of house %d were carried by %s in %d."
        .formatted(house, name(house, year), FIRST + year);
  }

  private static String name(int house, int year) {
    int at = (year * 37 + house * 11) % 196;
    return "%sa%so"
        .formatted(
            CONSONANTS.charAt(at / 14), String.valueOf(CONSONANTS.charAt(at % 14)).toLowerCase());
  }

  private static String kind(int year) {
    return switch (year % 7) {
      case 0 -> " (famous)";
      case 3 -> " (doubtful)";
      case 5 -> " (hidden)";
      default -> "";
    };
  }

  /** Writes what is ordered, and judges what is shown; gives an answer only when it may. */
  ModelStub.Behaviour author() {
    return (exchange, request) -> {
      stub.ration().take();
      String last = String.join("\n", request.texts());
      String reply = last.contains("\"verdicts\"") ? judged(last) : written(request, last);
      ModelStub.says(reply).answer(exchange, request);
    };
  }

  /** Sits sheets; knows the items that a rule says. */
  ModelStub.Behaviour student(BiPredicate<String, Integer> knows) {
    return (exchange, request) -> {
      stub.ration().take();
      String asked = request.texts().getLast();
      String sheet =
          ITEM.matcher(asked)
              .results()
              .map(item -> item.group(1) + ". " + letter(item, knows))
              .collect(Collectors.joining("\n"));
      ModelStub.says(sheet).answer(exchange, request);
    };
  }

  /** Without the context: the famous ones. */
  static boolean isFamous(String question, int year) {
    return question.contains("(famous)");
  }

  /** With the context: all but the hidden ones. */
  static boolean isShown(String question, int year) {
    return !question.contains("(hidden)");
  }

  private static char letter(MatchResult item, BiPredicate<String, Integer> knows) {
    String question = item.group(2);
    int year = number(YEAR, question) - FIRST;
    String right = name(number(HOUSE, question), year);
    List<String> options = item.group(3).lines().map(line -> line.substring(3)).toList();
    int at = options.indexOf(right);
    return (char) ('A' + (knows.test(question, year) ? at : (at + 1) % options.size()));
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("%s is not in: %s".formatted(pattern, text));
    }
    return Integer.parseInt(matcher.group(1));
  }

  private static String written(ModelStub.Request request, String asked) {
    int house = number(HOUSE, asked);
    List<Integer> years = new ArrayList<>(IntStream.range(0, YEARS - 1).boxed().toList());
    Collections.shuffle(years, new Random(Hash.longSeed(request.body().toString())));
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode items = reply.putArray("items");
    ORDERED
        .matcher(asked)
        .results()
        .forEach(
            level -> {
              for (int i = 0; i < Integer.parseInt(level.group(1)); i++) {
                items.add(item(level.group(2), house, years.removeFirst()));
              }
            });
    return "Here it is:\n```json\n" + reply + "\n```";
  }

  private static ObjectNode item(String level, int house, int year) {
    ObjectNode item = JSON.createObjectNode();
    item.put("level", level);
    item.put(
        "question",
        "Which keeper carried the lamps of house %d in %d%s?"
            .formatted(house, FIRST + year, kind(year)));
    ArrayNode options = item.putArray("options");
    IntStream.of(0, 9, 17, 23).forEach(step -> options.add(name(house, (year + step) % YEARS)));
    item.put("answer", 0);
    ArrayNode evidence = item.putArray("evidence");
    evidence.add(sentence(house, year));
    if (!level.equals("easy")) {
      evidence.add(sentence(house, year + 1));
    }
    return item;
  }

  private static String judged(String asked) {
    ObjectNode reply = JSON.createObjectNode();
    ArrayNode verdicts = reply.putArray("verdicts");
    ITEM.matcher(asked)
        .results()
        .forEach(
            item ->
                verdicts
                    .addObject()
                    .put("item", Integer.parseInt(item.group(1)))
                    .put("comprehension", true)
                    .put("answerable", !item.group(2).contains("(doubtful)"))
                    .put("self_contained", true)
                    .put("reason", "so it says"));
    return reply.toString();
  }
}
