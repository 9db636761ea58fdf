package dev.interact.bench.talk;

import dev.interact.bench.load.Load;
import dev.interact.bench.stub.Exchange;
import java.util.List;
import java.util.Map;

/** All that was said in a load of one dialogue a concept. */
public record Said(Load load, List<Exchange> exchanges, List<Talk> talks) {
  private static final double PERCENT = 100;
  private static final double MILLIS = 1e3;

  /**
   * What was said.
   *
   * @param exchanges in the order of their arrival
   */
  public static Said of(Load load, List<Exchange> exchanges) {
    return new Said(load, exchanges, Talk.of(exchanges));
  }

  /** Adds how long its dialogues took by themselves. */
  public void describeTalks(Map<String, Double> figures) {
    figures.put("dialogues_found", (double) talks.size());
    if (talks.isEmpty()) {
      return;
    }
    double least = load.shape().longestChain() * load.teacher().latency().mean();
    double[] sorted = talks.stream().mapToDouble(Talk::millis).sorted().toArray();
    double median = sorted[sorted.length / 2];
    figures.put(
        "longest_chain", (double) talks.stream().mapToInt(Talk::longestChain).max().orElse(0));
    figures.put("dialogue_seconds_median", median / MILLIS);
    figures.put("dialogue_of_least", median / least);
  }

  /** Adds what its requests have in common. */
  public void describePrefixes(Map<String, Double> figures) {
    Prefixes prefixes = Prefixes.of(exchanges, talks);
    figures.put("input_bytes_per_call", (double) prefixes.bytes() / exchanges.size());
    figures.put("percent_of_input_shared", PERCENT * prefixes.shared() / prefixes.bytes());
    figures.put("prefixes_broken", (double) prefixes.broken());
  }
}
