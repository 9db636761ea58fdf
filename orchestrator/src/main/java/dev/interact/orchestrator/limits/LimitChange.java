package dev.interact.orchestrator.limits;

import dev.interact.registry.Model;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Limits that stand in place of the registry's; null where the registry's stays.
 *
 * @param concurrency the most calls in flight at once; at least 1
 * @param requestsPerMinute requests in any minute; 1 to {@link Model#MOST_A_MINUTE}
 * @param tokensPerMinute tokens, of prompts and the most that answers may have, in any minute; 1 to
 *     {@link Model#MOST_A_MINUTE}
 */
public record LimitChange(Integer concurrency, Long requestsPerMinute, Long tokensPerMinute) {

  /**
   * Refuses what can be no limit.
   *
   * @throws InvalidInput naming each wrong field
   */
  void check() {
    if (Stream.of(concurrency, requestsPerMinute, tokensPerMinute).allMatch(Objects::isNull)) {
      throw InvalidInput.of(
          null,
          "Give at least one of concurrency, requests_per_minute and tokens_per_minute;"
              + " DELETE brings back the registry's limits.");
    }
    List<Problem> problems = new ArrayList<>();
    between("concurrency", concurrency, Integer.MAX_VALUE, problems);
    between("requests_per_minute", requestsPerMinute, Model.MOST_A_MINUTE, problems);
    between("tokens_per_minute", tokensPerMinute, Model.MOST_A_MINUTE, problems);
    InvalidInput.throwIfAny(problems);
  }

  private static void between(String field, Number value, long most, List<Problem> problems) {
    if (value != null && value.longValue() < 1) {
      problems.add(new Problem(null, 0, field, "must be at least 1; found " + value + "."));
    }
    if (value != null && value.longValue() > most) {
      problems.add(
          new Problem(null, 0, field, "must be at most %d; found %s.".formatted(most, value)));
    }
  }
}
