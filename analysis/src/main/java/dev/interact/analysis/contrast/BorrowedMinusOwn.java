package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.fork.ForkKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * RQ4: what a student has learned from another's dialogue less what it has learned from its own, at
 * the last turn, with the same teacher and paired draws; and beside it what tells why.
 *
 * @param primary borrowed(T) - own(T)
 * @param controls borrowed - self-borrowed and self-borrowed - own, shown alike; borrowed - the
 *     same shown in another way; yoked and prefix-swap from the same student, lecture,
 *     fixed-questions and concat, each less own
 */
public record BorrowedMinusOwn(Paired primary, List<Paired> controls) {

  /**
   * All such contrasts of a study.
   *
   * @param strategy the study's first, by which the dialogues that are forked ask
   */
  public static List<BorrowedMinusOwn> all(Evidence evidence, String strategy) {
    return evidence.table().arms().stream()
        .filter(arm -> arm.is(ForkKind.BORROWED_TRACE))
        .flatMap(borrowed -> new Family(evidence, borrowed, strategy).contrast().stream())
        .toList();
  }

  /** The arms that share student, teacher, lesson, quiz mode and style with a borrowed one. */
  private record Family(Evidence evidence, ArmKey borrowed, String strategy) {

    Optional<BorrowedMinusOwn> contrast() {
      return arms(arm -> arm.fork().isEmpty() && Objects.equals(arm.strategy(), strategy))
          .findFirst()
          .map(own -> new BorrowedMinusOwn(atEnd(borrowed, own), controls(own)));
    }

    private List<Paired> controls(ArmKey own) {
      return Stream.of(
              selfBorrowed().map(self -> atEnd(borrowed, self)),
              selfBorrowed().map(self -> atEnd(self, own)),
              arms(arm -> isFrom(arm, ForkKind.BORROWED_TRACE))
                  .filter(arm -> arm.framing() != borrowed.framing())
                  .map(arm -> atEnd(borrowed, arm)),
              arms(this::isOtherFork).map(arm -> atEnd(arm, own)))
          .flatMap(contrasts -> contrasts)
          .toList();
    }

    private Stream<ArmKey> selfBorrowed() {
      return arms(arm -> arm.is(ForkKind.SELF_BORROWED))
          .filter(arm -> arm.framing() == borrowed.framing());
    }

    private boolean isOtherFork(ArmKey arm) {
      return isFrom(arm, ForkKind.YOKED)
          || isFrom(arm, ForkKind.PREFIX_SWAP)
          || arm.is(ForkKind.LECTURE)
          || arm.is(ForkKind.FIXED_QUESTIONS)
          || arm.is(ForkKind.CONCAT);
    }

    private boolean isFrom(ArmKey arm, ForkKind kind) {
      return arm.is(kind) && Objects.equals(arm.from(), borrowed.from());
    }

    private Stream<ArmKey> arms(Predicate<ArmKey> which) {
      return evidence.table().arms().stream()
          .filter(arm -> arm.student().equals(borrowed.student()))
          .filter(arm -> Objects.equals(arm.teacher(), borrowed.teacher()))
          .filter(arm -> Objects.equals(arm.lessonAuthor(), borrowed.lessonAuthor()))
          .filter(arm -> arm.quizMode() == borrowed.quizMode())
          .filter(arm -> arm.style() == borrowed.style())
          .filter(which);
    }

    private Paired atEnd(ArmKey one, ArmKey other) {
      return Paired.of(evidence, last(one), last(other));
    }

    private Sitting last(ArmKey arm) {
      return new Sitting(arm, evidence.table().lastTurn(arm));
    }
  }
}
