package dev.interact.orchestrator.dialogue;

import dev.interact.contracts.Hash;
import dev.interact.study.Course;
import java.util.stream.IntStream;

/**
 * What a dialogue is to do.
 *
 * @param lesson whether a lesson must be there first
 * @param course its turns and quizzes
 * @param retest which sheets are sat a second time
 */
public record Plan(boolean lesson, Course course, Retest retest) {

  /**
   * A share of all sheets, chosen at random once and for all.
   *
   * @param share from 0 to 1
   * @param salt dialogues of the same salt choose the same
   */
  public record Retest(double share, String salt) {
    /** No sheet at all. */
    public static final Retest NONE = new Retest(0, "");

    private static final double ALL = 0x1p64;

    boolean has(int turn, int part) {
      return share > 0 && Hash.longSeed("retest", salt, turn, part) / ALL + 0.5 < share;
    }
  }

  /** How many turns there are. */
  public int turns() {
    return course.turns().size();
  }

  /** How many sheets are sat a second time. */
  public long retests() {
    return IntStream.rangeClosed(0, turns())
        .mapToLong(
            turn ->
                IntStream.range(0, course.quiz().parts())
                    .filter(part -> retest.has(turn, part))
                    .count())
        .sum();
  }

  /** Whether several questions are tried out in a turn. */
  public boolean isTried(int number) {
    return turn(number).tried() > 1;
  }

  /** A turn; turns count from 1. */
  public Course.Turn turn(int number) {
    return course.turns().get(number - 1);
  }
}
