package dev.interact.analysis.finding;

import dev.interact.analysis.contrast.ItemFlips;
import dev.interact.analysis.contrast.Paired;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The differences of all pairs that some section is about. Items are compared in one more reading
 * of the answers.
 */
final class Differences {
  private final Basis basis;
  private final Set<Pair> primary;
  private final Map<Pair, Difference> differences = new LinkedHashMap<>();

  /**
   * Compares.
   *
   * @param primary those that the study set out to show
   */
  Differences(Basis basis, Collection<Pair> pairs, Set<Pair> primary) {
    this.basis = basis;
    this.primary = primary;
    pairs.stream().distinct().forEach(this::compare);
    flip();
  }

  private void compare(Pair pair) {
    Paired paired = Paired.of(basis.evidence(), pair.one(), pair.other());
    if (paired.concepts() > 0) {
      differences.put(
          pair,
          Difference.of(basis.label(pair.one()), pair.other(basis), paired.sample(), basis.seed())
              .with(paired.onlyOne() + paired.onlyOther(), primary.contains(pair)));
    }
  }

  private void flip() {
    Map<Pair, ItemFlips> flips = new LinkedHashMap<>();
    differences
        .keySet()
        .forEach(
            pair -> flips.put(pair, new ItemFlips(basis.evidence(), pair.one(), pair.other())));
    if (!flips.isEmpty()) {
      basis.source().answers(row -> flips.values().forEach(flip -> flip.add(row)));
    }
    flips.forEach(
        (pair, flip) -> differences.computeIfPresent(pair, (p, found) -> found.with(flip.flips())));
  }

  /** Null where the pair has no concept in common. */
  Difference of(Pair pair) {
    return differences.get(pair);
  }

  List<Difference> of(List<Pair> pairs) {
    return pairs.stream().map(differences::get).filter(Objects::nonNull).toList();
  }
}
