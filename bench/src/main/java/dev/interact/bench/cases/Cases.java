package dev.interact.bench.cases;

import dev.interact.bench.load.Content;
import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.load.Shape;
import dev.interact.bench.stub.Latency;
import java.util.List;

/** All there are. */
public final class Cases {
  private static final int PAPER_CONCEPTS = 1_347;
  private static final double STEADY_SECONDS = 30;
  private static final double LOW_LOAD_SECONDS = 20;
  private static final int LIVE_CALLS = 12_000;
  private static final int WATCHERS = 200;

  /** In the order in which they are measured. */
  public static final List<Case> ALL =
      List.of(
          new SteadyCase(
              "256 calls at once, 200 ms each: the most a second",
              load("fixed-200ms", 5, Latency.fixed(200), 256).withSteady(STEADY_SECONDS)),
          new SteadyCase(
              "1,000 at once, 1 s each: a wide window",
              load("fixed-1s", 5, Latency.fixed(1_000), 1_000).withSteady(STEADY_SECONDS)),
          new SteadyCase(
              "500 at once, median 2 s, p99 15 s: how full the window is",
              load("lognormal", 2, new Latency(2_000, 15_000), 500).withSteady(STEADY_SECONDS)),
          new SteadyCase(
              "1 at a time, 20 ms each: what is added to a call",
              load("low-load", 5, Latency.fixed(20), 1).withSteady(LOW_LOAD_SECONDS)),
          new SteadyCase(
              "the paper's study, 1,347 concepts, 500 at once, 1 s each: how long all of it takes",
              Load.of(
                      "paper",
                      Shape.paper(5),
                      Content.PAPER,
                      new Model("stub", Latency.fixed(1_000), 500))
                  .withConcepts(PAPER_CONCEPTS)),
          new LiveCase(
              "60 at once, 1 s each, watched by 200 half of the time: how late events are, and what it costs",
              load("live", 1, Latency.fixed(1_000), 60).withCalls(LIVE_CALLS),
              WATCHERS));

  private Cases() {}

  private static Load load(String name, int turns, Latency latency, int allowed) {
    return Load.of(name, Shape.dialogue(turns), Content.SMALL, new Model("stub", latency, allowed));
  }
}
