package dev.interact.orchestrator.results;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A learning curve: accuracy after each turn. The unit is the concept: the draws of a concept are
 * averaged first, then the concepts, each with the same weight. A parse failure counts as wrong; a
 * second accuracy leaves parse failures out. Which turns a dialogue that ended early counts for is
 * said by the {@link Horizon}.
 */
final class Curve {

  /**
   * A point of the curve.
   *
   * @param turn 0 before any question
   * @param n concepts that it is a mean of
   * @param accuracy from 0 to 1; parse failures are wrong
   * @param accuracyParsed from 0 to 1; parse failures are left out; null if nothing could be read
   * @param parseFailureRate share of items that could not be read, from 0 to 1
   */
  record Point(int turn, int n, double accuracy, Double accuracyParsed, double parseFailureRate) {}

  /** The marks of one quiz. */
  private static final class Tally {
    private int items;
    private int read;
    private int correct;

    void add(Answer answer) {
      items++;
      read += answer.parsed() ? 1 : 0;
      correct += answer.correct() ? 1 : 0;
    }

    double accuracy() {
      return (double) correct / items;
    }

    Double accuracyParsed() {
      return read == 0 ? null : (double) correct / read;
    }

    double parseFailureRate() {
      return (double) (items - read) / items;
    }
  }

  /** By turn, concept and dialogue. */
  private final Map<Integer, Map<String, Map<String, Tally>>> tallies = new TreeMap<>();

  private final Horizon horizon;

  /** A curve without answers yet. */
  Curve(Horizon horizon) {
    this.horizon = horizon;
  }

  void add(Answer answer) {
    horizon.from(answer.turn(), answer.end()).forEach(turn -> add(answer, turn));
  }

  private void add(Answer answer, int turn) {
    tallies
        .computeIfAbsent(turn, any -> new TreeMap<>())
        .computeIfAbsent(answer.concept(), concept -> new HashMap<>())
        .computeIfAbsent(answer.dialogue(), dialogue -> new Tally())
        .add(answer);
  }

  /** The points in the order of turns. */
  List<Point> points() {
    return tallies.entrySet().stream().map(turn -> point(turn.getKey(), turn.getValue())).toList();
  }

  private static Point point(int turn, Map<String, Map<String, Tally>> concepts) {
    return new Point(
        turn,
        concepts.size(),
        mean(concepts, Tally::accuracy),
        mean(concepts, Tally::accuracyParsed),
        mean(concepts, Tally::parseFailureRate));
  }

  /** The mean over concepts of the mean over draws; null where there is nothing to average. */
  private static Double mean(
      Map<String, Map<String, Tally>> concepts, Function<Tally, Double> value) {
    double[] means =
        concepts.values().stream()
            .map(
                draws ->
                    draws.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(draw -> value.apply(draw.getValue()))
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .average())
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    return means.length == 0 ? null : Arrays.stream(means).sum() / means.length;
  }
}
