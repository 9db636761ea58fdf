package dev.interact.bench.figure;

import dev.interact.bench.process.Sampler;
import dev.interact.bench.process.Samples;
import java.util.List;
import java.util.Map;

/**
 * What the steady part of a run has cost.
 *
 * @param measured the processes whose cost it is
 * @param beside those that are needed to measure
 */
public record Costs(Steady steady, Samples samples, List<String> measured, List<String> beside) {
  private static final String CPU = "cpu_s_per_1000.";
  private static final double THOUSAND = 1_000;
  private static final double MEBIBYTE = 1024 * 1024;

  /** Adds its figures, if this system tells what processes use. */
  public void describe(Map<String, Double> figures) {
    if (!Sampler.isAble()) {
      return;
    }
    measured.forEach(name -> figures.put(CPU + name, perThousand(cpuSeconds(List.of(name)))));
    figures.put(CPU + "all of these", perThousand(cpuSeconds(measured)));
    beside.forEach(name -> figures.put(CPU + name, perThousand(cpuSeconds(List.of(name)))));
    double others =
        cpuSeconds(List.of(Sampler.MACHINE)) - cpuSeconds(measured) - cpuSeconds(beside);
    figures.put("other_work_cores", Math.max(0, others / steady.seconds()));
  }

  /** Adds what memory some processes had at most, if this system tells. */
  public static void describeMemory(
      Samples samples, List<String> processes, Map<String, Double> figures) {
    if (Sampler.isAble()) {
      processes.forEach(
          name -> figures.put("peak_mib." + name, samples.peakMemory(name) / MEBIBYTE));
    }
  }

  private double cpuSeconds(List<String> processes) {
    return processes.stream()
        .mapToDouble(name -> samples.cpuSeconds(name, steady.from(), steady.to()))
        .sum();
  }

  private double perThousand(double seconds) {
    return THOUSAND * seconds / steady.calls();
  }
}
