package dev.interact.analysis.power;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.answers.ArmLabels;
import dev.interact.analysis.contrast.Paired;
import dev.interact.analysis.source.Source;
import dev.interact.analysis.source.StudyEvidence;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import dev.interact.study.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much paired differences of an earlier study vary between its clusters.
 *
 * @param points standard deviation in accuracy points, above 0
 * @param clusters that it is estimated from
 * @param basis the comparison and the study, as a part of a sentence
 */
public record Deviation(double points, int clusters, String basis) {

  /** Of dynamic(T) - static-lesson, for each pair of such arms of one student. */
  public static List<Deviation> all(Source earlier) {
    Evidence evidence = StudyEvidence.of(earlier);
    return arms(evidence, Condition.DYNAMIC)
        .flatMap(dynamic -> beside(evidence, dynamic, earlier.study().name()))
        .toList();
  }

  private static Stream<Deviation> beside(Evidence evidence, ArmKey dynamic, String study) {
    ArmLabels labels = new ArmLabels(evidence.table().arms());
    return arms(evidence, Condition.STATIC_LESSON)
        .filter(lesson -> isSameStudent(lesson, dynamic))
        .flatMap(
            lesson ->
                of(
                    difference(evidence, dynamic, lesson),
                    "that of %s less %s in '%s'"
                        .formatted(labels.of(dynamic), labels.of(lesson), study))
                    .stream());
  }

  /**
   * Of any differences by concept, such as a primary contrast's; empty where they do not vary or
   * are of fewer than two clusters.
   *
   * @param differences from -1 to 1
   * @param basis the comparison and the study, as a part of a sentence
   */
  public static Optional<Deviation> of(Sample differences, String basis) {
    if (differences.clusters() < 2) {
      return Optional.empty();
    }
    double points = Foresight.deviation(differences);
    return points > 0
        ? Optional.of(
            new Deviation(
                points,
                differences.clusters(),
                "%s, from %d clusters".formatted(basis, differences.clusters())))
        : Optional.empty();
  }

  private static Stream<ArmKey> arms(Evidence evidence, Condition condition) {
    return evidence.table().arms().stream().filter(arm -> arm.is(condition));
  }

  private static boolean isSameStudent(ArmKey one, ArmKey other) {
    return one.student().equals(other.student()) && one.quizMode() == other.quizMode();
  }

  private static Sample difference(Evidence evidence, ArmKey dynamic, ArmKey lesson) {
    int last = evidence.table().lastTurn(dynamic);
    return Paired.of(evidence, new Sitting(dynamic, last), new Sitting(lesson, 0)).sample();
  }
}
