package dev.interact.offline.author;

import dev.interact.offline.Strength;
import dev.interact.offline.author.Order.OfLevel;
import dev.interact.offline.text.Chance;
import dev.interact.offline.text.Memory;
import dev.interact.offline.text.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes multiple-choice items from the words of a text, and from what is seen in an image. Which
 * of the items that could be written are, is drawn by seed: the better ones more likely, the less
 * so the higher the temperature.
 */
public final class Author {

  private static final double CALM = 0.3;

  private final Memory<Passage> library;
  private final Strength strength;
  private final Chance chance;
  private final double restlessness;

  /**
   * @param temperature 0 to 2
   */
  public Author(Memory<Passage> library, Strength strength, Chance chance, double temperature) {
    this.library = library;
    this.strength = strength;
    this.chance = chance;
    this.restlessness = CALM * (1 + temperature);
  }

  /**
   * As many of the items ordered as the material yields, in the order of the order's levels.
   *
   * @param scene what an image shows; may be blank, as may the text
   */
  public List<WrittenItem> write(String text, String scene, Order order) {
    List<Idea> ideas = ideas(text, scene, order);
    var quiz = new Draft(order, chance);
    for (OfLevel wanted : order.wanted()) {
      List<Idea> fitting = ideas.stream().filter(i -> i.level() == wanted.level()).toList();
      quiz.fill(fitting, wanted.number());
    }
    return quiz.items();
  }

  /** The likeliest first. */
  private List<Idea> ideas(String text, String scene, Order order) {
    var reading = new Reading(library.of(text));
    var rivals = new Rivals(strength, reading, chance);
    String mood = String.join("\n", order.avoided());
    List<Scored> scored = new ArrayList<>();
    Stream.of(
            new Cloze(reading, rivals).ideas(),
            new Inference(reading, rivals).ideas(),
            new Sights(scene, strength, chance).ideas())
        .flatMap(ideas -> ideas)
        .forEach(idea -> scored.add(new Scored(idea, score(idea, mood))));
    return scored.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .map(Scored::idea)
        .toList();
  }

  private double score(Idea idea, String mood) {
    return idea.worth() + restlessness * chance.gumbel(idea.question(), idea.answer(), mood);
  }

  private record Scored(Idea idea, double score) {}
}
