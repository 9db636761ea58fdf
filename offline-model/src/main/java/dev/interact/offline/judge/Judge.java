package dev.interact.offline.judge;

import dev.interact.offline.Strength;
import dev.interact.offline.quiz.Item;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.quiz.OptionSupport;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Stems;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges items by their words: whether the material has clearly more of the right option near what
 * the question speaks of than of any other, and whether it has the words at all. It knows nothing
 * of what they mean.
 */
public final class Judge {

  /** The right option must have so many times the support of the next best. */
  static final double CLEARLY = 1.15;

  /** So much of what is said may be in words of one's own. */
  static final double OWN_WORDS = 0.25;

  private static final Pattern ASKS_FOR_FORM =
      Pattern.compile(
          "\\bhow many (?:words|letters|sentences|paragraphs|lines|characters|syllables|verses|commas)\\b"
              + "|\\b(?:first|last|longest|shortest) (?:word|letter|sentence|line|paragraph)\\b"
              + "|\\b(?:which|what) (?:paragraph|sentence|line)\\b|\\brhymes? with\\b|\\bspelled\\b"
              + "|\\bcapital letters?\\b|\\bpunctuation\\b|\\bthe title of the (?:text|passage|article)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Strength strength;
  private final Passage material;

  public Judge(Strength strength, Passage material) {
    this.strength = strength;
    this.material = material;
  }

  /** One verdict an item, in order. */
  public List<Verdict> judge(List<KeyedItem> items) {
    return items.stream().map(this::judge).toList();
  }

  private Verdict judge(KeyedItem keyed) {
    Item item = keyed.item();
    boolean comprehension = asksForContent(keyed);
    boolean answerable = isAnswerable(keyed);
    Set<String> foreign = foreign(item);
    boolean selfContained = foreign.size() <= OWN_WORDS * stems(item).size();
    String reason =
        !comprehension
            ? "It asks for the form of the words, or the question holds its answer."
            : !answerable
                ? "The material does not have clearly more of the right option than of the others."
                : !selfContained
                    ? "The material has not these words: " + String.join(", ", foreign) + "."
                    : "The material has the words of the question next to those of the right option.";
    return new Verdict(item.number(), comprehension, answerable, selfContained, reason);
  }

  private static boolean asksForContent(KeyedItem keyed) {
    Set<String> question = new HashSet<>(Stems.of(keyed.item().question()));
    boolean holdsAnswer =
        keyed.key().stream()
            .map(key -> Stems.of(key.text()))
            .anyMatch(stems -> !stems.isEmpty() && question.containsAll(stems));
    return !holdsAnswer && !ASKS_FOR_FORM.matcher(keyed.item().question()).find();
  }

  /** Without a key, whether any option is. */
  private boolean isAnswerable(KeyedItem keyed) {
    var support = new OptionSupport(strength, material, keyed.item().question());
    List<Option> best =
        keyed.item().options().stream()
            .sorted(Comparator.comparingDouble(option -> -support.of(option.text())))
            .toList();
    double right = support.of(best.get(0).text());
    boolean isRight = keyed.key().map(best.get(0)::equals).orElse(true);
    return isRight && right > 0 && right >= CLEARLY * support.of(best.get(1).text());
  }

  private Set<String> foreign(Item item) {
    return stems(item).stream()
        .filter(stem -> material.occurrences(stem).isEmpty() && !Common.STEMS.contains(stem))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> stems(Item item) {
    return Stream.concat(Stream.of(item.question()), item.options().stream().map(Option::text))
        .flatMap(text -> Stems.of(text).stream())
        .collect(Collectors.toSet());
  }
}
