package dev.interact.orchestrator.view;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.StepRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A call that a dialogue needed.
 *
 * @param key equal for equal requests
 * @param kind lesson, ask, answer, sit, retest (the same sheet once more) or trial (a sheet to
 *     choose a question by); of a preparation, the name of its step
 * @param turn 0 for the quiz before any question, and a lesson
 * @param part which sheet of the quiz, from 0
 * @param draw 0 at first; more where an answer could not be read and was asked for again
 * @param sample which of several sheets, from 0
 * @param candidate which of several questions, from 0
 * @param model the alias
 * @param status ready, sent, answered (a sheet without its grade yet), done or failed
 * @param reason why its last attempt failed, or null
 * @param inputTokens of all attempts, as the provider counted them
 * @param cost of all attempts, in US dollars
 * @param latencyMs of the attempt whose reply it has; null where there is none
 * @param truncated whether the reply ends at the limit of its length
 * @param attempts in the order of their sending
 */
record CallView(
    String key,
    String kind,
    int turn,
    int part,
    int draw,
    int sample,
    int candidate,
    String model,
    String status,
    String reason,
    long inputTokens,
    long outputTokens,
    double cost,
    Long latencyMs,
    boolean truncated,
    List<Attempt> attempts) {

  /**
   * One request to a model.
   *
   * @param worker the incarnation that it was sent to
   * @param status sent, completed, rate_limited, transient, rejected or lost
   * @param ended null while it is under way
   * @param latencyMs null where no reply came
   * @param cost in US dollars; the most that it can have cost where nobody knows
   */
  record Attempt(
      String id,
      String worker,
      String status,
      String reason,
      Instant sent,
      Instant ended,
      Long latencyMs,
      int inputTokens,
      int outputTokens,
      double cost) {
    static Attempt of(AttemptRow attempt) {
      return new Attempt(
          attempt.id,
          attempt.worker,
          label(attempt.status),
          attempt.reason,
          attempt.sent,
          attempt.ended,
          attempt.latencyMillis,
          attempt.inputTokens,
          attempt.outputTokens,
          attempt.spentNanos / Spent.NANOS_A_DOLLAR);
    }
  }

  /** The calls of some steps, in their order. */
  static List<CallView> of(List<StepRow> steps) {
    List<String> keys = steps.stream().map(step -> step.call).distinct().toList();
    Map<String, CallRow> calls =
        CallRow.byKeys(keys).stream().collect(toMap(call -> call.key, Function.identity()));
    Map<String, List<AttemptRow>> attempts =
        AttemptRow.ofCalls(keys).stream().collect(groupingBy(attempt -> attempt.call));
    return steps.stream()
        .map(step -> of(step, calls.get(step.call), attempts.getOrDefault(step.call, List.of())))
        .toList();
  }

  private static CallView of(StepRow step, CallRow call, List<AttemptRow> attempts) {
    List<Attempt> all = attempts.stream().map(Attempt::of).toList();
    return new CallView(
        call.key,
        label(step.kind),
        step.turn,
        step.part,
        step.draw,
        step.sample,
        step.candidate,
        call.model,
        label(call.status),
        call.reason,
        all.stream().mapToLong(Attempt::inputTokens).sum(),
        all.stream().mapToLong(Attempt::outputTokens).sum(),
        all.stream().mapToDouble(Attempt::cost).sum(),
        latency(call, all),
        call.truncated,
        all);
  }

  private static Long latency(CallRow call, List<Attempt> attempts) {
    return attempts.stream()
        .filter(attempt -> attempt.id().equals(call.answeredBy))
        .findFirst()
        .map(Attempt::latencyMs)
        .orElse(null);
  }

  private static String label(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
