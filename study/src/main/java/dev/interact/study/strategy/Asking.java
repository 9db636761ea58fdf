package dev.interact.study.strategy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Settings of strategies.
 *
 * @param candidates questions to choose from, where a strategy or fork has several; default 3
 * @param minTurns questions to be asked before a student may stop; default 2
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Asking(Integer candidates, Integer minTurns) {
  public Asking {
    candidates = candidates == null ? 3 : candidates;
    minTurns = minTurns == null ? 2 : minTurns;
  }

  /** The defaults. */
  public static Asking standard() {
    return new Asking(null, null);
  }
}
