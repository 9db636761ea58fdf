package dev.interact.analysis.finding;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.ArmLabels;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.source.StudyEvidence;
import dev.interact.analysis.stats.Interval;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What findings are made from: results, counted once.
 *
 * @param seed of what is drawn at random
 */
record Basis(Source source, Evidence evidence, ArmLabels labels, long seed) {
  /** Of the intervals that are printed. */
  static final double LEVEL = Interval.SHOWN;

  static Basis of(Source source, long seed) {
    Evidence evidence = StudyEvidence.of(source);
    return new Basis(source, evidence, new ArmLabels(evidence.table().arms()), seed);
  }

  String name() {
    return source.manifest().study().name();
  }

  Phrasing phrasing() {
    return new Phrasing(source.study().analysis().margin(), isInterim());
  }

  /** Of equivalence, in accuracy points. */
  double margin() {
    return phrasing().margin();
  }

  boolean isInterim() {
    return source.state().equals("running");
  }

  String said(String sentence) {
    return phrasing().said(sentence);
  }

  String interval() {
    return phrasing().interval();
  }

  List<ArmKey> arms(Predicate<ArmKey> which) {
    return evidence.table().arms().stream().filter(which).toList();
  }

  List<ArmKey> arms(Condition condition) {
    return arms(arm -> arm.is(condition));
  }

  Sitting last(ArmKey arm) {
    return new Sitting(arm, evidence.table().lastTurn(arm));
  }

  String label(ArmKey arm) {
    return labels.of(arm);
  }

  /** The arm, and the turn where it has several. */
  String label(Sitting sitting) {
    String arm = labels.of(sitting.arm());
    return evidence.table().lastTurn(sitting.arm()) == 0
        ? arm
        : "%s (turn %d)".formatted(arm, sitting.turn());
  }

  /** What a student knows with nothing to learn from: closed-book, or the same calls elsewhere. */
  Optional<Sitting> start(String student, QuizMode mode) {
    return arms(
            arm ->
                (arm.is(Condition.CLOSED_BOOK) || arm.is(Condition.DYNAMIC))
                    && arm.student().equals(student)
                    && arm.quizMode() == mode)
        .stream()
        .findFirst()
        .map(arm -> new Sitting(arm, 0));
  }
}
