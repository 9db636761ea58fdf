package dev.interact.orchestrator.results;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.study.StudyRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of {@code calls.jsonl}: a call that a dialogue needed, with every attempt at it. A call
 * that several dialogues share has a line for each, with the same key.
 *
 * @param turn of a question, an answer or a quiz; 0 for the quiz before any question, and a lesson
 * @param candidate which of several questions, from 0
 * @param part which sheet of the quiz
 * @param sample which of several sheets, from 0
 * @param reAsk 0 at first; more where the answer could not be read and was asked for again
 * @param call its key: equal for equal requests
 * @param draw which draw of the same request it is
 * @param status done, failed, or how far it is
 * @param reason why its last attempt failed, or null
 * @param reused whether this study paid for none of its attempts
 * @param attempts in the order of their sending
 */
record Call(
    String study,
    String dialogue,
    CallKind kind,
    int turn,
    int candidate,
    int part,
    int sample,
    int reAsk,
    String call,
    String model,
    String draw,
    String status,
    String reason,
    boolean reused,
    List<Attempt> attempts) {

  /**
   * One request to a model.
   *
   * @param status completed, rate_limited, transient, rejected, lost, or sent
   * @param answered whether its reply is the call's
   * @param latencyMillis null where no reply came
   * @param cost in US dollars; the most that it can have cost where nobody knows
   * @param raw the beginning of what came back, where it is not the call's reply
   */
  record Attempt(
      String id,
      String status,
      String reason,
      boolean answered,
      Instant sent,
      Long latencyMillis,
      int inputTokens,
      int outputTokens,
      double cost,
      String fingerprint,
      String raw) {
    private static final double NANOS_A_DOLLAR = 1e9;

    static Attempt of(AttemptRow attempt, CallRow call) {
      return new Attempt(
          attempt.id,
          label(attempt.status),
          attempt.reason,
          attempt.id.equals(call.answeredBy),
          attempt.sent,
          attempt.latencyMillis,
          attempt.inputTokens,
          attempt.outputTokens,
          attempt.spentNanos / NANOS_A_DOLLAR,
          attempt.fingerprint,
          attempt.raw);
    }
  }

  /** The calls of some dialogues, in their order. To be called within a transaction. */
  static List<Call> of(StudyRow study, List<String> dialogues) {
    List<StepRow> steps = StepRow.ofDialogues(dialogues);
    List<String> keys = steps.stream().map(step -> step.call).distinct().toList();
    Map<String, CallRow> calls =
        CallRow.byKeys(keys).stream().collect(Collectors.toMap(call -> call.key, call -> call));
    Map<String, List<AttemptRow>> attempts =
        AttemptRow.ofCalls(keys).stream().collect(Collectors.groupingBy(attempt -> attempt.call));
    Map<String, List<StepRow>> byDialogue =
        steps.stream().collect(Collectors.groupingBy(step -> step.dialogue));
    return dialogues.stream()
        .flatMap(dialogue -> byDialogue.getOrDefault(dialogue, List.of()).stream())
        .flatMap(
            step ->
                Stream.ofNullable(calls.get(step.call))
                    .map(
                        call -> of(study, step, call, attempts.getOrDefault(step.call, List.of()))))
        .toList();
  }

  private static Call of(StudyRow study, StepRow step, CallRow call, List<AttemptRow> attempts) {
    return new Call(
        study.name,
        step.dialogue,
        call.kind,
        step.turn,
        step.candidate,
        step.part,
        step.sample,
        step.draw,
        call.key,
        call.model,
        call.draw,
        label(call.status),
        call.reason,
        attempts.stream().noneMatch(attempt -> study.id.equals(attempt.study)),
        attempts.stream().map(attempt -> Attempt.of(attempt, call)).toList());
  }

  private static String label(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
