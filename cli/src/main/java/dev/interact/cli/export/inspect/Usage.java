package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a model was used for, as Inspect has it.
 *
 * @param totalCost in US dollars
 */
@JsonNaming(SnakeCaseStrategy.class)
record Usage(long inputTokens, long outputTokens, long totalTokens, double totalCost) {

  /** Of the lines of {@code calls.jsonl} of one dialogue, by the models' aliases. */
  static SortedMap<String, Usage> byModel(List<ObjectNode> calls) {
    return calls.stream()
        .collect(
            Collectors.toMap(
                call -> call.path("model").asText(), Usage::of, Usage::plus, TreeMap::new));
  }

  private static Usage of(ObjectNode call) {
    return call.path("attempts")
        .valueStream()
        .map(Usage::ofAttempt)
        .reduce(new Usage(0, 0, 0, 0), Usage::plus);
  }

  private static Usage ofAttempt(JsonNode attempt) {
    long input = attempt.path("input_tokens").asLong();
    long output = attempt.path("output_tokens").asLong();
    return new Usage(input, output, input + output, attempt.path("cost").asDouble());
  }

  private Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        totalTokens + other.totalTokens,
        totalCost + other.totalCost);
  }
}
