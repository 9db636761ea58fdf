package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.Repeat;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which draws of two arms belong together. Draws are paired by each axis (seed, lesson, order of
 * options, candidate) of which both arms have the same values; over other axes, such as the seeds
 * of an arm whose control samples nothing, they are averaged.
 */
record Pairing(boolean seed, boolean lesson, boolean order, boolean candidate) {

  /**
   * How two arms pair.
   *
   * @param ones the draws of one, those that failed among them
   * @param others the draws of the other
   */
  static Pairing of(Set<Repeat> ones, Set<Repeat> others) {
    return new Pairing(
        isSame(ones, others, Repeat::seed),
        isSame(ones, others, Repeat::lessonDraw),
        isSame(ones, others, Repeat::optionOrder),
        isSame(ones, others, Repeat::candidate));
  }

  private static boolean isSame(
      Set<Repeat> ones, Set<Repeat> others, Function<Repeat, Object> axis) {
    Set<Object> mine = ones.stream().map(axis).collect(Collectors.toSet());
    Set<Object> theirs = others.stream().map(axis).collect(Collectors.toSet());
    boolean bothVary = mine.size() > 1 && theirs.size() > 1;
    return mine.equals(theirs) || (bothVary && !Collections.disjoint(mine, theirs));
  }

  /** What draws that belong together have in common. */
  Repeat of(Repeat draw) {
    return new Repeat(
        seed ? draw.seed() : null,
        lesson ? draw.lessonDraw() : 0,
        order ? draw.optionOrder() : 0,
        candidate ? draw.candidate() : null);
  }

  /** The mean of the draws of each pair's side. */
  Map<Repeat, Double> means(SortedMap<Repeat, Double> draws) {
    return draws.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                draw -> of(draw.getKey()),
                TreeMap::new,
                Collectors.averagingDouble(Map.Entry::getValue)));
  }
}
