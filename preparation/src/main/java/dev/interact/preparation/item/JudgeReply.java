package dev.interact.preparation.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the verdicts that a judge gave. */
public final class JudgeReply {
  private static final Pattern NUMBER = Pattern.compile("(?i)^(?:item\\s*)?#?(\\d{1,4})[.)]?$");
  private static final int NONE = -1;

  private JudgeReply() {}

  /**
   * The verdicts of a reply.
   *
   * @param items how many were judged
   * @return by the item's index, from 0; an item without a clear verdict is not among them
   */
  public static Map<Integer, Verdict> read(String reply, int items) {
    List<ObjectNode> written = LenientJson.objects(reply, "answerable");
    List<Integer> numbers = written.stream().map(JudgeReply::number).toList();
    int first = first(numbers, items);
    Map<Integer, Verdict> verdicts = new TreeMap<>();
    Set<Integer> twice = new HashSet<>();
    for (int at = 0; at < written.size(); at++) {
      int item = first == NONE ? at : numbers.get(at) - first;
      Optional<Verdict> verdict = verdict(written.get(at));
      if (item >= 0 && item < items && verdict.isPresent()) {
        Verdict before = verdicts.put(item, verdict.get());
        if (before != null && before.passes() != verdict.get().passes()) {
          twice.add(item);
        }
      }
    }
    verdicts.keySet().removeAll(twice);
    return verdicts;
  }

  /**
   * The number of the first item: 1 as asked for, or 0; none where only the order can tell; one
   * that no item has where the numbers contradict each other.
   */
  private static int first(List<Integer> numbers, int items) {
    if (numbers.contains(0)) {
      return numbers.contains(items) ? items + 1 : 0;
    }
    boolean isWhole = numbers.size() == items;
    return isWhole && numbers.stream().allMatch(number -> number == NONE) ? NONE : 1;
  }

  private static int number(JsonNode written) {
    Matcher number = NUMBER.matcher(ModelText.of(written.path("item")));
    return number.matches() ? Integer.parseInt(number.group(1)) : NONE;
  }

  private static Optional<Verdict> verdict(JsonNode written) {
    Optional<Boolean> comprehension = yes(written.path("comprehension"));
    Optional<Boolean> answerable = yes(written.path("answerable"));
    Optional<Boolean> selfContained = yes(written.path("self_contained"));
    if (comprehension.isEmpty() || answerable.isEmpty() || selfContained.isEmpty()) {
      return Optional.empty();
    }
    String reason = ModelText.of(written.path("reason"));
    return Optional.of(
        new Verdict(comprehension.get(), answerable.get(), selfContained.get(), reason));
  }

  private static Optional<Boolean> yes(JsonNode answer) {
    return switch (ModelText.of(answer).toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
