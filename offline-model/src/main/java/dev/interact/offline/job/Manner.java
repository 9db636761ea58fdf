package dev.interact.offline.job;

import java.util.OptionalInt;

/** How a teacher is to answer. */
public sealed interface Manner {

  /** With all that belongs to the answer. */
  record Full() implements Manner {}

  /** In one sentence, the shorter the better. */
  record Terse() implements Manner {}

  /** By pointing to the answer, which is kept back. */
  record Hint() implements Manner {}

  /**
   * Not at all: nothing was asked, the material is to be told from its beginning.
   *
   * @param words about so many; empty where no number is said
   */
  record Lecture(OptionalInt words) implements Manner {}
}
