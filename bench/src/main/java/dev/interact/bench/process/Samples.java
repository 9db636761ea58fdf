package dev.interact.bench.process;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What some processes had used at some times, in the order of time. */
public final class Samples {
  private final List<Sample> all;

  /**
   * @param micros since the epoch
   */
  record Sample(long micros, Map<String, Use> uses) {}

  Samples(List<Sample> all) {
    this.all = List.copyOf(all);
  }

  /** CPU seconds that a process used between two times; 0 where it is not among the samples. */
  public double cpuSeconds(String process, long from, long to) {
    return cpuUntil(process, to) - cpuUntil(process, from);
  }

  /** Bytes of memory that a process had at most. */
  public long peakMemory(String process) {
    return most(process, Use::memoryBytes);
  }

  /** Bytes that a process had in memory at most, what it has in common with others included. */
  public long peakResident(String process) {
    return most(process, Use::residentBytes);
  }

  private long most(String process, ToLongFunction<Use> figure) {
    return all.stream().map(sample -> use(sample, process)).mapToLong(figure).max().orElse(0);
  }

  private double cpuUntil(String process, long micros) {
    int after = 0;
    while (after < all.size() && all.get(after).micros() < micros) {
      after++;
    }
    if (all.isEmpty()) {
      return 0;
    }
    if (after == 0 || after == all.size()) {
      return use(all.get(Math.min(after, all.size() - 1)), process).cpuSeconds();
    }
    return between(all.get(after - 1), all.get(after), process, micros);
  }

  private static double between(Sample before, Sample after, String process, long micros) {
    double part = (double) (micros - before.micros()) / (after.micros() - before.micros());
    double first = use(before, process).cpuSeconds();
    return first + part * (use(after, process).cpuSeconds() - first);
  }

  private static Use use(Sample sample, String process) {
    return sample.uses().getOrDefault(process, Use.NOTHING);
  }
}
