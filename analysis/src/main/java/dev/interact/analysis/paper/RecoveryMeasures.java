package dev.interact.analysis.paper;

import dev.interact.analysis.answers.ArmKey;
import dev.interact.analysis.curve.Recovered;
import dev.interact.analysis.curve.Recovery;
import dev.interact.analysis.stats.ClusterMean;
import dev.interact.analysis.stats.Estimate;
import dev.interact.analysis.table.Sample;
import dev.interact.study.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What asking recovers of the whole context, in per cent, by each definition. */
record RecoveryMeasures(Run run) {
  private static final double LEVEL = 0.95;
  private static final double PER_CENT = 100;

  List<Measured> all() {
    return run.arms(arm -> arm.is(Condition.DYNAMIC)).flatMap(this::of).toList();
  }

  private Stream<Measured> of(ArmKey arm) {
    return Recovery.all(run.evidence(), arm).stream()
        .filter(recovered -> recovered.value() != null)
        .filter(recovered -> recovered.reference().is(Condition.FULL_CONTEXT))
        .map(this::measured);
  }

  /** The influence of the concepts has mean 0 and the value's standard error. */
  private Measured measured(Recovered recovered) {
    Sample influence = recovered.influence();
    double[] shares =
        Arrays.stream(influence.values())
            .map(value -> PER_CENT * (recovered.value() + value))
            .toArray();
    Estimate estimate = ClusterMean.of(shares, influence.cluster(), influence.weights(), LEVEL);
    return new Measured(
        "%s, in per cent: %s"
            .formatted(run.labels().of(recovered.arm()), recovered.definition().formula()),
        recovered.arm().student(),
        List.of(),
        estimate);
  }
}
