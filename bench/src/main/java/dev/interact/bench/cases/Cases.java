package dev.interact.bench.cases;

import dev.interact.bench.load.Content;
import dev.interact.bench.load.Load;
import dev.interact.bench.load.Model;
import dev.interact.bench.load.Shape;
import dev.interact.bench.run.Setting;
import dev.interact.bench.stub.Latency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All there are. */
public final class Cases {
  private static final Path SHARED_CONCEPTS = Path.of("../shared/data/fairytales.jsonl");
  private static final int PAPER_CONCEPTS = 1_347;
  private static final double STEADY_SECONDS = 30;
  private static final double LOW_LOAD_SECONDS = 20;
  private static final int TALKS = 10;

  /** Warm-ups of loads that take all of two cores, and about half of them. */
  private static final int BUSY = 6;

  private static final int HALF_BUSY = 3;
  private static final int TEACHER_CONCEPTS = 2_000;
  private static final int STARTS = 3;
  private static final int LIVE_CALLS = 12_000;
  private static final int WATCHERS = 200;

  private static final Load PAPER = load("paper", Shape.paper(5), Latency.fixed(1_000), 500);

  /** In the order in which they are measured. */
  public static final List<Case> ALL =
      List.of(
          new SteadyCase(
              "256 calls at once, 200 ms each: the most a second",
              small("fixed-200ms", 5, Latency.fixed(200), 256).withSteady(STEADY_SECONDS),
              BUSY),
          new SteadyCase(
              "1,000 at once, 1 s each: a wide window",
              small("fixed-1s", 5, Latency.fixed(1_000), 1_000).withSteady(STEADY_SECONDS),
              BUSY),
          new SteadyCase(
              "500 at once, median 2 s, p99 15 s: how full the window is",
              small("lognormal", 2, new Latency(2_000, 15_000), 500).withSteady(STEADY_SECONDS)),
          new SteadyCase(
              "1 at a time, 20 ms each: what is added to a call",
              small("low-load", 5, Latency.fixed(20), 1).withSteady(LOW_LOAD_SECONDS)),
          new SteadyCase(
              "the paper's study, 500 at once, 1 s each: its makespan",
              PAPER.withConcepts(PAPER_CONCEPTS),
              HALF_BUSY),
          new TalkCase(
              "a place for every call, 200 ms each: what waits for what",
              talk("chain"),
              setting -> Optional.empty()),
          new TalkCase(
              "the same, on --concepts: what requests have in common",
              talk("prefix"),
              Cases::concepts),
          new TeacherCase("1,000 calls at once at one teacher process: its memory", teacher()),
          new GrowthCase(
              "1,000 and 10,000 dialogues: what grows; report and export",
              load("growth", Shape.dialogue(5), Latency.fixed(100), 100),
              List.of(1_000, 10_000),
              100_000),
          new GrowthCase(
              "10,000 dialogues: report and export alone",
              load("report", Shape.dialogue(5), Latency.fixed(100), 100),
              List.of(10_000),
              100_000),
          new StartCase(
              "shell to first call, and the whole quickstart",
              small("start", 1, Latency.fixed(20), 8),
              STARTS),
          new LiveCase(
              "200 watch half of the time: how late events are, what it costs",
              small("live", 1, Latency.fixed(1_000), 60).withCalls(LIVE_CALLS),
              WATCHERS));

  private Cases() {}

  private static Load load(String name, Shape shape, Latency latency, int allowed) {
    return Load.of(name, shape, Content.PAPER, new Model("stub", latency, allowed));
  }

  private static Load small(String name, int turns, Latency latency, int allowed) {
    return load(name, Shape.dialogue(turns), latency, allowed).with(Content.SMALL);
  }

  private static Load talk(String name) {
    return load(name, Shape.dialogue(5), Latency.fixed(200), 64).withConcepts(TALKS);
  }

  private static Load teacher() {
    return new Load(
        "teacher",
        Shape.dialogue(2),
        Content.PAPER,
        TEACHER_CONCEPTS,
        new Model("student", Latency.fixed(1), 256),
        new Model("teacher", Latency.fixed(10_000), 1_000));
  }

  /** The user's, or else those that stand beside the checkout. */
  private static Optional<Path> concepts(Setting setting) {
    return setting
        .concepts()
        .or(() -> Optional.of(setting.root().resolve(SHARED_CONCEPTS)).filter(Files::exists));
  }
}
