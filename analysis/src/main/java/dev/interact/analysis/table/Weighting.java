package dev.interact.analysis.table;

/** Which concepts count how much in a mean. */
public enum Weighting {
  /** All the same. */
  BY_CONCEPT,
  /** All domains the same; within a domain all concepts the same. */
  BY_DOMAIN
}
