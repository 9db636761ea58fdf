package dev.interact.orchestrator.spending;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.rest.Body;
import dev.interact.study.Budget;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Reads caps that someone sent. */
@Singleton
class Caps {
  private static final long MOST_DOLLARS = 1_000_000_000;
  private static final long MOST = 9_007_199_254_740_991L;

  private final Body body;

  Caps(Body body) {
    this.body = body;
  }

  /**
   * Reads caps.
   *
   * @throws InvalidInput naming each wrong field
   */
  Budget read(byte[] json) {
    Budget budget = body.read(json, new TypeReference<>() {});
    List<Problem> problems = new ArrayList<>();
    check("usd", budget.usd(), MOST_DOLLARS, problems);
    check("tokens", budget.tokens(), MOST, problems);
    check("calls", budget.calls(), MOST, problems);
    InvalidInput.throwIfAny(problems);
    return budget;
  }

  private static void check(String field, Number value, long most, List<Problem> problems) {
    if (value != null && !(value.doubleValue() >= 0 && value.doubleValue() <= most)) {
      String message = "must be from 0 to %d; found %s.".formatted(most, value);
      problems.add(new Problem(null, 0, field, message));
    }
  }
}
