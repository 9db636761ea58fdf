package dev.interact.bench;

import dev.interact.bench.stub.Latency;
import java.util.List;

/**
 * A load to measure: dialogues of a study, on a model of some latency.
 *
 * @param allowed calls of the model that may be in flight at once
 * @param turns questions of a dialogue
 * @param calls how many to make at least
 */
public record Case(
    String name, String description, Latency latency, int allowed, int turns, int calls) {

  /** All there are. */
  public static final List<Case> ALL =
      List.of(
          new Case(
              "fixed-200ms",
              "256 calls at once of a model that takes 200 ms: what is the most a second?",
              Latency.fixed(200),
              256,
              5,
              24_000),
          new Case(
              "lognormal",
              "500 calls at once of a model that takes 2 s, and 15 s at worst (p99): is the window"
                  + " kept full?",
              new Latency(2_000, 15_000),
              500,
              2,
              10_500),
          new Case(
              "low-load",
              "1 call at a time of a model that takes 20 ms: what does each one wait?",
              Latency.fixed(20),
              1,
              5,
              640));

  Case withCalls(int number) {
    return new Case(name, description, latency, allowed, turns, number);
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
