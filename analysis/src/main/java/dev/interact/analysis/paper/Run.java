package dev.interact.analysis.paper;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.ArmLabels;
import dev.interact.analysis.association.FeatureModels;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.source.StudyEvidence;
import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.QuizMode;
import dev.interact.study.Style;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A study as the paper's claims look at it: its first mode of quiz, way of asking and style. */
record Run(Source source, Evidence evidence, ArmLabels labels, FeatureModels models) {
  private static final double LEVEL = 0.95;
  private static final double POINTS = 100;

  static Run of(Source source, FeatureModels models) {
    Evidence evidence = StudyEvidence.of(source);
    return new Run(source, evidence, new ArmLabels(evidence.table().arms()), models);
  }

  /** The arms that fit. */
  Stream<ArmKey> arms(Predicate<ArmKey> which) {
    return evidence.table().arms().stream().filter(this::isUsual).filter(which);
  }

  private boolean isUsual(ArmKey arm) {
    QuizMode mode = source.study().quiz().modes().getFirst();
    Style style = source.study().styles().getFirst();
    return arm.quizMode() == mode
        && (arm.strategy() == null || arm.strategy().equals(strategy()))
        && (arm.style() == null || arm.style() == style);
  }

  /** By which students ask first of all. */
  String strategy() {
    return source.study().strategies().getFirst().label();
  }

  /** Who wrote lessons, weak ones first. */
  List<String> authors() {
    List<String> named = source.study().lessonAuthors();
    return named.isEmpty() ? source.study().teachers() : named;
  }

  Sitting last(ArmKey arm) {
    return new Sitting(arm, evidence.table().lastTurn(arm));
  }

  /** Accuracy at one sitting less that at another; empty where they have no concept in common. */
  Optional<Measured> difference(Sitting one, Sitting other, List<String> others) {
    Paired paired = Paired.of(evidence, one, other);
    String what = "%s less %s".formatted(name(one), name(other));
    return estimate(paired.sample())
        .map(estimate -> new Measured(what, one.arm().student(), others, estimate));
  }

  private String name(Sitting sitting) {
    String label = labels.of(sitting.arm());
    return evidence.table().lastTurn(sitting.arm()) == 0
        ? label
        : "%s (turn %d)".formatted(label, sitting.turn());
  }

  /** A mean in points; empty where there is no concept. */
  static Optional<Estimate> estimate(Sample sample) {
    double[] points = Arrays.stream(sample.values()).map(value -> value * POINTS).toArray();
    return points.length == 0
        ? Optional.empty()
        : Optional.of(ClusterMean.of(points, sample.cluster(), sample.weights(), LEVEL));
  }
}
