package dev.interact.analysis.contrast;

import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * RQ3 as an interaction: by how much a gap has become smaller, (gap before) - (gap after), such as
 * that between lessons of a strong and a weak author, alone and after a dialogue. Positive where
 * the gap before was positive and less of it is left.
 *
 * @param narrowings by concept, of those that have both gaps
 * @param sample the same as a sample
 */
public record Narrowing(
    Paired before, Paired after, SortedMap<String, Double> narrowings, Sample sample) {

  /** A gap: what one sitting has above another. */
  public record Gap(Sitting higher, Sitting lower) {}

  /** The narrowing of a gap. */
  public static Narrowing of(Evidence evidence, Gap before, Gap after) {
    Paired first = Paired.of(evidence, before.higher(), before.lower());
    Paired last = Paired.of(evidence, after.higher(), after.lower());
    SortedMap<String, Double> narrowings = new TreeMap<>(first.differences());
    narrowings.keySet().retainAll(last.differences().keySet());
    narrowings.replaceAll((concept, gap) -> gap - last.differences().get(concept));
    return new Narrowing(first, last, narrowings, evidence.sample(narrowings));
  }
}
