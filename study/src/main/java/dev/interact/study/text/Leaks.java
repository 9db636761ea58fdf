package dev.interact.study.text;

import dev.interact.study.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds quiz options in what a teacher says. An option is stated nearly verbatim where nine in ten
 * of its words stand in their order within about its length.
 */
public final class Leaks {
  private static final double NEARLY = 0.9;
  private static final int SLACK = 5;

  private Leaks() {}

  /**
   * An option that was stated.
   *
   * @param item the item's id
   * @param option its original position
   * @param right whether it is the right one
   */
  public record Leak(String item, int option, boolean right) {}

  /** The options of a quiz that an answer states; those without a word that counts never are. */
  public static List<Leak> in(String answer, List<Concept.QuizItem> quiz) {
    List<String> said = Words.of(answer);
    Set<String> known = Set.copyOf(said);
    List<Leak> leaks = new ArrayList<>();
    for (Concept.QuizItem item : quiz) {
      for (int option = 0; option < item.options().size(); option++) {
        List<String> words = Words.of(item.options().get(option));
        if (mayState(known, words) && states(said, words)) {
          leaks.add(new Leak(item.id(), option, option == item.answer()));
        }
      }
    }
    return leaks;
  }

  /** Most options have too few words in common with an answer, whatever their order. */
  private static boolean mayState(Set<String> said, List<String> option) {
    return option.stream().filter(said::contains).count() >= needed(option);
  }

  private static int needed(List<String> option) {
    return (int) Math.ceil(NEARLY * option.size());
  }

  private static boolean states(List<String> said, List<String> option) {
    int needed = needed(option);
    int window = option.size() + option.size() / SLACK;
    for (int from = 0; !option.isEmpty() && from + needed <= said.size(); from++) {
      List<String> part = said.subList(from, Math.min(said.size(), from + window));
      if (common(part, option) >= needed) {
        return true;
      }
    }
    return false;
  }

  /** The length of the longest common subsequence. */
  private static int common(List<String> one, List<String> other) {
    int[] lengths = new int[other.size() + 1];
    for (String word : one) {
      int diagonal = 0;
      for (int i = 1; i <= other.size(); i++) {
        int above = lengths[i];
        lengths[i] = word.equals(other.get(i - 1)) ? diagonal + 1 : Math.max(above, lengths[i - 1]);
        diagonal = above;
      }
    }
    return lengths[other.size()];
  }
}
