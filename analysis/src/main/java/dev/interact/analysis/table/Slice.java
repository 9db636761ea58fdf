package dev.interact.analysis.table;

import dev.interact.study.Concept.Level;

/**
 * The part of the items that is looked at.
 *
 * @param domain of the concepts; null stands for all
 * @param level of the items; null stands for all, those without a level among them
 */
public record Slice(String domain, Level level) {
  /** Everything. */
  public static final Slice ALL = new Slice(null, null);

  boolean has(String other) {
    return domain == null || domain.equals(other);
  }
}
