package dev.interact.study;

import dev.interact.study.analysis.Analysis;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Plain;
import java.util.List;
import java.util.Set;

/**
 * Is equal to the default of a field that study files have not always had. Such a field is written
 * only where it says something else, so a study that has no use for it keeps its hash.
 */
final class Unsaid {
  private static final Set<Object> DEFAULTS =
      Set.of(
          List.of(new Plain()),
          List.of(Style.FULL),
          Asking.standard(),
          Draws.ONE,
          0.0,
          Analysis.STANDARD);

  @Override
  public boolean equals(Object value) {
    return value == null || DEFAULTS.contains(value);
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
