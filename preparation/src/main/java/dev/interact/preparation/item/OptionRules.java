package dev.interact.preparation.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rules of an item's options. */
final class OptionRules {
  private static final int LONGEST = 500;

  /** An option stands out if it is so many times as long as all others, or they as it. */
  private static final int TIMES = 2;

  /** Short options differ by much without standing out. */
  private static final int AND_CHARACTERS = 20;

  private OptionRules() {}

  /** What keeps an item from being one of n options, one of them right. */
  static List<String> form(Draft draft, int options) {
    List<String> problems = new ArrayList<>();
    int found = draft.options().size();
    if (found != options) {
      problems.add("it has %d options; exactly %d are needed.".formatted(found, options));
    }
    if (draft.options().stream().anyMatch(String::isBlank)) {
      problems.add("an option is empty.");
    }
    if (draft.options().stream().anyMatch(option -> option.length() > LONGEST)) {
      problems.add("an option is longer than %d characters.".formatted(LONGEST));
    }
    if (draft.answer() == null || draft.answer() < 0 || draft.answer() >= found) {
      problems.add("answer must be the index of the right option, 0 to %d.".formatted(options - 1));
    }
    return problems;
  }

  /** What is wrong with options that are as many as asked for. */
  static List<String> content(Draft draft) {
    List<String> problems = new ArrayList<>(same(draft.options()));
    for (int at = 0; at < draft.options().size(); at++) {
      if (CatchAll.is(draft.options().get(at))) {
        problems.add("option %s refers to other options.".formatted(WrittenOptions.letter(at)));
      }
    }
    longest(draft.options())
        .forEach(
            at ->
                problems.add(
                    "option %s stands out by its length.".formatted(WrittenOptions.letter(at))));
    return problems;
  }

  private static List<String> same(List<String> options) {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int at = 0; at < options.size(); at++) {
      String words = Normal.words(options.get(at));
      Integer before = seen.putIfAbsent(words.isEmpty() ? options.get(at) : words, at);
      if (before != null) {
        problems.add(
            "options %s and %s are the same but for case, spaces and punctuation."
                .formatted(WrittenOptions.letter(before), WrittenOptions.letter(at)));
      }
    }
    return problems;
  }

  private static List<Integer> longest(List<String> options) {
    List<Integer> lengths =
        options.stream().map(option -> option.codePointCount(0, option.length())).toList();
    return IntStream.range(0, lengths.size()).filter(at -> standsOut(lengths, at)).boxed().toList();
  }

  private static boolean standsOut(List<Integer> lengths, int at) {
    List<Integer> others = new ArrayList<>(lengths);
    int own = others.remove(at);
    return others.stream().allMatch(other -> isFarAbove(own, other))
        || others.stream().allMatch(other -> isFarAbove(other, own));
  }

  private static boolean isFarAbove(int one, int other) {
    return one > TIMES * other && one - other >= AND_CHARACTERS;
  }
}
