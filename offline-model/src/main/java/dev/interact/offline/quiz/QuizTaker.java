package dev.interact.offline.quiz;

import static java.util.Comparator.comparingDouble;

import dev.interact.offline.Strength;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.TermKind;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses the option the visible material supports most. Where nothing supports any of them it
 * guesses: each option text draws a number, so that a guess favours neither a letter nor a place.
 */
public final class QuizTaker {

  /** An item and the option chosen for it. */
  public record Choice(Item item, Option option) {}

  private static final Pattern KIND_OF_GAP =
      Pattern.compile("(?i:which) (name|number|year|date|month|day|word)\\b.*__");

  private final Strength strength;
  private final Passage material;
  private final Chance chance;

  public QuizTaker(Strength strength, Passage material, Chance chance) {
    this.strength = strength;
    this.material = material;
    this.chance = chance;
  }

  public List<Choice> answer(List<Item> items) {
    return items.stream().map(item -> new Choice(item, choose(item))).toList();
  }

  private Option choose(Item item) {
    var support = new OptionSupport(strength, material, item.question());
    return item.options().stream()
        .map(option -> new Candidate(option, support.of(option.text()), luck(item, option)))
        .max(comparingDouble(Candidate::support).thenComparingDouble(Candidate::luck))
        .orElseThrow()
        .option();
  }

  /** Where a gap is said to hold, say, a number, it is no guess that a name does not belong. */
  private double luck(Item item, Option option) {
    Matcher gap = KIND_OF_GAP.matcher(item.question());
    boolean fits = gap.find() && TermKind.of(option.text()).word().equals(gap.group(1));
    return chance.draw(item.question(), option.text()) + (fits ? 1 : 0);
  }

  private record Candidate(Option option, double support, double luck) {}
}
