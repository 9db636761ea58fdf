package dev.interact.study.fork;

/** Where half a turn comes from. */
public enum Source {
  /** It is asked or answered in this dialogue. */
  OWN,
  /** It is taken from the donor. */
  DONOR,
  /** The study says it. */
  GIVEN
}
