package dev.interact.orchestrator.limits;

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
 * @param requestsPerMinute requests in any minute; at least 1
 * @param tokensPerMinute tokens of prompts and answers in any minute; at least 1
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
    atLeastOne("concurrency", concurrency, problems);
    atLeastOne("requests_per_minute", requestsPerMinute, problems);
    atLeastOne("tokens_per_minute", tokensPerMinute, problems);
    InvalidInput.throwIfAny(problems);
  }

  private static void atLeastOne(String field, Number value, List<Problem> problems) {
    if (value != null && value.longValue() < 1) {
      problems.add(new Problem(null, 0, field, "must be at least 1; found " + value + "."));
    }
  }
}
