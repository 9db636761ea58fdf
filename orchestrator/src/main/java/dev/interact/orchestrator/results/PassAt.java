package dev.interact.orchestrator.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pass@k: how likely at least one of k sampled sheets has an item right, by the unbiased estimator
 * 1 - C(n-c, k) / C(n, k) of n samples with c right (Chen et al. 2021, Evaluating Large Language
 * Models Trained on Code, section 2.1). Items are averaged within a dialogue, dialogues within a
 * concept, then concepts. Which turns a dialogue that ended early counts for is said by the {@link
 * Horizon}.
 */
final class PassAt {
  private static final List<Integer> USUAL = List.of(1, 2, 5, 10, 20, 50, 100);

  /**
   * A point.
   *
   * @param turn 0 before any question
   * @param k how many samples
   * @param samples that it is estimated from
   * @param pass from 0 to 1
   * @param chance what choosing at random would give
   */
  record Point(int turn, int k, int samples, double pass, double chance) {}

  /** One item of a dialogue after a turn. */
  private static final class Tally {
    private int samples;
    private int right;
    private int options;

    void add(Answer answer) {
      samples++;
      right += answer.correct() ? 1 : 0;
      options = answer.shown().size();
    }
  }

  private record Sheet(String concept, String dialogue) {}

  private final Horizon horizon;
  private final int samples;
  private final Map<Integer, Map<Sheet, Map<String, Tally>>> tallies = new TreeMap<>();

  /**
   * Nothing counted yet.
   *
   * @param samples sheets after each turn
   */
  PassAt(Horizon horizon, int samples) {
    this.horizon = horizon;
    this.samples = samples;
  }

  void add(Answer answer) {
    horizon.from(answer.turn(), answer.end()).forEach(turn -> add(answer, turn));
  }

  private void add(Answer answer, int turn) {
    tallies
        .computeIfAbsent(turn, any -> new HashMap<>())
        .computeIfAbsent(new Sheet(answer.concept(), answer.dialogue()), sheet -> new HashMap<>())
        .computeIfAbsent(answer.item(), item -> new Tally())
        .add(answer);
  }

  /** The points by turn and k; empty where a sheet is sat once. */
  List<Point> points() {
    if (samples == 1) {
      return List.of();
    }
    List<Integer> ks =
        Stream.concat(USUAL.stream().filter(k -> k < samples), Stream.of(samples)).toList();
    List<Point> points = new ArrayList<>();
    tallies.forEach((turn, sheets) -> ks.forEach(k -> points.add(point(turn, k, sheets))));
    return points;
  }

  private Point point(int turn, int k, Map<Sheet, Map<String, Tally>> sheets) {
    Map<String, List<double[]>> concepts = new TreeMap<>();
    sheets.forEach(
        (sheet, items) ->
            concepts
                .computeIfAbsent(sheet.concept(), concept -> new ArrayList<>())
                .add(mean(items.values().stream().map(item -> estimates(item, k)).toList())));
    double[] means = mean(concepts.values().stream().map(PassAt::mean).toList());
    return new Point(turn, k, samples, means[0], means[1]);
  }

  private static double[] estimates(Tally item, int k) {
    return new double[] {
      estimate(item.samples, item.right, k), 1 - Math.pow(1 - 1.0 / item.options, k)
    };
  }

  /**
   * The unbiased estimate for one item.
   *
   * @param n samples
   * @param c of them right
   * @param k at most n
   */
  static double estimate(int n, int c, int k) {
    double missed = 1;
    for (int i = 0; i < k; i++) {
      missed *= Math.max(0, (double) (n - c - i) / (n - i));
    }
    return 1 - missed;
  }

  private static double[] mean(Collection<double[]> values) {
    double[] sum = new double[2];
    values.forEach(
        value -> {
          sum[0] += value[0];
          sum[1] += value[1];
        });
    return new double[] {sum[0] / values.size(), sum[1] / values.size()};
  }
}
