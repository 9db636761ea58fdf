package dev.interact.study.strategy;

import dev.interact.contracts.Exchange;
import java.util.List;

/**
 * What a student knows when it is to ask.
 *
 * @param turn the turn to ask in, from 1
 * @param turns that the dialogue may have
 * @param lesson null where there is none
 * @param transcript the turns before
 * @param settings of the study
 */
public record Situation(
    int turn, int turns, String lesson, List<Exchange> transcript, Asking settings) {
  public Situation {
    transcript = List.copyOf(transcript);
  }
}
