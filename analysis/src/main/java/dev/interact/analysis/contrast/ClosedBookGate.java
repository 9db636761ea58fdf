package dev.interact.analysis.contrast;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.table.Control;
import dev.interact.analysis.table.Evidence;
import dev.interact.analysis.table.Sample;
import dev.interact.analysis.table.Sitting;
import dev.interact.analysis.table.Slice;
import dev.interact.study.Condition;
import dev.interact.study.QuizMode;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How much a student knows before it learns anything: accuracy closed-book less chance. What is
 * compared on concepts that it knows already says little of learning.
 *
 * @param domain null for all
 * @param sitting {@code closed-book}, or turn 0 of {@code dynamic}, which is the same calls
 * @param aboveChance by concept, from -1 to 1
 */
public record ClosedBookGate(String domain, Sitting sitting, Sample aboveChance) {

  /** Of a student: all domains together, then each; empty where it never sat without a lesson. */
  public static List<ClosedBookGate> of(Evidence evidence, String student, QuizMode mode) {
    return evidence.table().arms().stream()
        .filter(arm -> arm.student().equals(student) && arm.quizMode() == mode)
        .filter(ClosedBookGate::beginsWithNothing)
        .findFirst()
        .map(arm -> of(evidence, new Sitting(arm, 0)))
        .orElse(List.of());
  }

  private static boolean beginsWithNothing(ArmKey arm) {
    return arm.is(Condition.CLOSED_BOOK) || arm.is(Condition.DYNAMIC);
  }

  private static List<ClosedBookGate> of(Evidence evidence, Sitting sitting) {
    Stream<String> domains = evidence.table().domains().stream();
    return Stream.concat(Stream.of((String) null), domains)
        .map(domain -> new Slice(domain, evidence.slice().level()))
        .map(
            slice ->
                new ClosedBookGate(slice.domain(), sitting, above(evidence.of(slice), sitting)))
        .toList();
  }

  private static Sample above(Evidence evidence, Sitting sitting) {
    SortedMap<String, Double> accuracies = evidence.accuracies(sitting).means();
    SortedMap<String, Double> chance = evidence.quizzes(sitting).scores(Control.CHANCE).means();
    accuracies.keySet().retainAll(chance.keySet());
    accuracies.replaceAll((concept, accuracy) -> accuracy - chance.get(concept));
    return evidence.sample(accuracies);
  }
}
