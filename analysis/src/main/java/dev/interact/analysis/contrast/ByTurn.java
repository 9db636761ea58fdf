package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The difference of an arm from one sitting after each of its turns, such as dynamic(t) -
 * static-lesson, over the concepts that pair at all turns.
 *
 * @param samples in the order of turns, from 0; all of the same concepts
 */
public record ByTurn(ArmKey arm, Sitting reference, List<Sample> samples) {

  /** The differences of an arm from a sitting. */
  public static ByTurn of(Evidence evidence, ArmKey arm, Sitting reference) {
    List<SortedMap<String, Double>> turns =
        IntStream.rangeClosed(0, evidence.table().lastTurn(arm))
            .mapToObj(turn -> Paired.of(evidence, new Sitting(arm, turn), reference).differences())
            .toList();
    Set<String> complete = new TreeSet<>(turns.getFirst().keySet());
    turns.forEach(turn -> complete.retainAll(turn.keySet()));
    return new ByTurn(
        arm,
        reference,
        turns.stream().map(turn -> evidence.sample(among(turn, complete))).toList());
  }

  private static SortedMap<String, Double> among(
      SortedMap<String, Double> turn, Set<String> concepts) {
    SortedMap<String, Double> among = new TreeMap<>(turn);
    among.keySet().retainAll(concepts);
    return among;
  }

  /** By turn, then by cluster: what each contributes to the mean of the turn. */
  public double[][] contributions() {
    return samples.stream().map(Sample::contributions).toArray(double[][]::new);
  }
}
