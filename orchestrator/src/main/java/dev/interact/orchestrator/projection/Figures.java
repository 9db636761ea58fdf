package dev.interact.orchestrator.projection;

import java.util.Set;

/**
 * The figures of a study at some time.
 *
 * @param planned steps that it takes if no sheet has to be asked for twice
 * @param done steps
 * @param paid calls, which tell how many steps a preparation has done
 * @param inFlight calls that were sent and have not ended
 * @param retried ids of attempts that failed, after which the call was or will be made again
 * @param failed keys of calls that failed for good
 */
public record Figures(
    long planned,
    long done,
    long paid,
    long inFlight,
    Set<String> retried,
    Set<String> failed,
    Money money) {

  /**
   * Money in US dollars, and tokens as the providers counted them.
   *
   * @param cap null where there is none
   */
  public record Money(Double cap, double spent, double reserved, long input, long output) {
    Money cap(Double next) {
      return new Money(next, spent, reserved, input, output);
    }

    Money reserved(double next) {
      return new Money(cap, spent, next, input, output);
    }
  }
}
