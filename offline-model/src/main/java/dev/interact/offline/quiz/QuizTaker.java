package dev.interact.offline.quiz;

import static java.util.Comparator.comparingDouble;

import dev.interact.offline.Strength;
import dev.interact.offline.quiz.Item.Option;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Passage;
import java.util.List;

/**
 * Chooses the option the visible material supports most. Where nothing supports any of them it
 * guesses: each option text draws a number, so that a guess favours neither a letter nor a place.
 */
public final class QuizTaker {

  /** An item and the option chosen for it. */
  public record Choice(Item item, Option option) {}

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

  private double luck(Item item, Option option) {
    return chance.draw(item.question(), option.text());
  }

  private record Candidate(Option option, double support, double luck) {}
}
