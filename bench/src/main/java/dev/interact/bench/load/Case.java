package dev.interact.bench.load;

import dev.interact.bench.stub.Latency;
import java.util.List;

/**
 * A load to measure: dialogues of a study, on a model of some latency.
 *
 * @param question what it is to tell, for people
 * @param allowed calls of the model that may be in flight at once
 * @param turns questions of a dialogue
 * @param calls how many to make at least
 * @param watchers who listen half of the time, half of them to its view and half to its events
 */
public record Case(
    String name,
    String question,
    Latency latency,
    int allowed,
    int turns,
    int calls,
    int watchers) {

  /** A load that nobody watches. */
  public Case(String name, String question, Latency latency, int allowed, int turns, int calls) {
    this(name, question, latency, allowed, turns, calls, 0);
  }

  /** All there are. */
  public static final List<Case> ALL =
      List.of(
          new Case(
              "fixed-200ms",
              "256 calls at once, 200 ms each: the most a second",
              Latency.fixed(200),
              256,
              5,
              24_000),
          new Case(
              "lognormal",
              "500 at once, median 2 s, p99 15 s: how full the window is",
              new Latency(2_000, 15_000),
              500,
              2,
              10_500),
          new Case(
              "low-load",
              "1 at a time, 20 ms each: what is added to a call",
              Latency.fixed(20),
              1,
              5,
              640),
          new Case(
              "live",
              "60 at once, 1 s each, watched by 200 half of the time: how late events are, and what it costs",
              Latency.fixed(1_000),
              60,
              1,
              12_000,
              200));

  public Case withCalls(int number) {
    return new Case(name, question, latency, allowed, turns, number, watchers);
  }

  public boolean isWatched() {
    return watchers > 0;
  }

  /** Calls of a dialogue: its questions and answers, and a quiz before them and after each turn. */
  public int callsADialogue() {
    return 2 * turns + turns + 1;
  }

  public int dialogues() {
    return Math.ceilDiv(calls, callsADialogue());
  }

  /** Calls that all dialogues make together. */
  public int wanted() {
    return dialogues() * callsADialogue();
  }

  /** Calls a second of a loop that loses no time. */
  public double idealRate() {
    return allowed * 1_000 / latency.mean();
  }
}
