package dev.interact.offline.quiz;

import dev.interact.offline.Strength;
import dev.interact.offline.text.Passage;
import dev.interact.offline.text.Stems;
import java.util.HashSet;
import java.util.Set;

/**
 * How well a passage supports an option: the sliding window of Richardson et al. (MCTest, 2013),
 * counted in sentences. At every sentence stands what is found of the option and of the question; a
 * stem found {@code d} sentences away counts 2<sup>-d</sup>. The best place counts.
 */
public final class OptionSupport {

  private static final double DECAY = 0.5;
  private static final double WEIGHT_OF_STEMS_IN_QUESTION = 0.5;
  private static final double WITHOUT_QUESTION = 0.5;
  private static final int FAR = 3;

  private final Strength strength;
  private final Passage passage;
  private final int reach;
  private final Set<String> question;
  private final double[] questionAt;

  public OptionSupport(Strength strength, Passage passage, String question) {
    this.strength = strength;
    this.passage = passage;
    this.question = new HashSet<>(Stems.of(question));
    this.reach = strength == Strength.FULL ? FAR : 0;
    this.questionAt = new double[passage.sentences().size()];
    for (String stem : this.question) {
      spread(stem, passage.weight(stem), questionAt);
    }
  }

  /** Zero when no stem of the option occurs. */
  public double of(String option) {
    double[] optionAt = new double[questionAt.length];
    double total = 0;
    for (String stem : new HashSet<>(Stems.of(option))) {
      double weight =
          passage.weight(stem) * (question.contains(stem) ? WEIGHT_OF_STEMS_IN_QUESTION : 1);
      total += weight;
      spread(stem, weight, optionAt);
    }
    double best = 0;
    for (int i = 0; i < optionAt.length; i++) {
      best = Math.max(best, at(optionAt[i], questionAt[i], total));
    }
    return best;
  }

  /** The weak model adds up what it finds, and so falls for long options. */
  private double at(double option, double question, double total) {
    if (option == 0) {
      return 0;
    }
    return switch (strength) {
      case FULL -> option / total * (WITHOUT_QUESTION + question * question);
      case WEAK -> option + question;
    };
  }

  /**
   * Adds the stem's weight around each of its occurrences, once a place: the nearest one counts.
   */
  private void spread(String stem, double weight, double[] places) {
    int last = places.length - 1;
    int previous = -1;
    var occurrences = passage.occurrences(stem);
    for (int n = 0; n < occurrences.size(); n++) {
      int at = occurrences.get(n);
      int next = n + 1 < occurrences.size() ? occurrences.get(n + 1) : Integer.MAX_VALUE;
      int from = Math.max(at - reach, previous + 1);
      int to = (int) Math.min(Math.min(at + (long) reach, last), at + ((long) next - at) / 2);
      for (int place = from; place <= to; place++) {
        places[place] += weight * Math.pow(DECAY, Math.abs(place - at));
      }
      previous = to;
    }
  }
}
