package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.AnswerTable;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import dev.interact.study.fork.ForkKind;
import java.util.Objects;
import java.util.Optional;

/** Sittings that are the same model calls: they are equal by construction, and never tested. */
public final class Identity {
  private Identity() {}

  /** Why two sittings are no contrast, as a sentence; empty where they are one. */
  public static Optional<String> of(AnswerTable table, Sitting one, Sitting other) {
    if (one.equals(other)) {
      return Optional.of(
          "Turn %d of '%s' is compared with itself; name two different arms or turns."
              .formatted(one.turn(), one.arm().condition()));
    }
    boolean isSame =
        isSameBeginning(table, one, other) || isSamePrefix(one, other) || isSamePrefix(other, one);
    return isSame
        ? Optional.of(
            "Turn %d of '%s' and turn %d of '%s' are the same model calls, so that they differ by nothing; compare another turn."
                .formatted(
                    one.turn(), one.arm().condition(), other.turn(), other.arm().condition()))
        : Optional.empty();
  }

  /** Before any question a student knows its lesson and nothing else. */
  private static boolean isSameBeginning(AnswerTable table, Sitting one, Sitting other) {
    return one.turn() == 0
        && other.turn() == 0
        && !one.arm().is(Condition.FULL_CONTEXT)
        && !other.arm().is(Condition.FULL_CONTEXT)
        && isSameStudent(one.arm(), other.arm())
        && table.sitsSelection(one.arm()) == table.sitsSelection(other.arm());
  }

  private static boolean isSameStudent(ArmKey one, ArmKey other) {
    return one.student().equals(other.student())
        && one.quizMode() == other.quizMode()
        && Objects.equals(one.lessonAuthor(), other.lessonAuthor());
  }

  /** Candidates have the turns before them in common with the dialogue that they fork. */
  private static boolean isSamePrefix(Sitting fork, Sitting donor) {
    return fork.arm().is(ForkKind.CANDIDATES)
        && donor.arm().fork().isEmpty()
        && fork.turn() == donor.turn()
        && fork.turn() < fork.arm().at()
        && isSameStudent(fork.arm(), donor.arm())
        && Objects.equals(fork.arm().teacher(), donor.arm().teacher())
        && Objects.equals(fork.arm().strategy(), donor.arm().strategy())
        && fork.arm().style() == donor.arm().style();
  }
}
