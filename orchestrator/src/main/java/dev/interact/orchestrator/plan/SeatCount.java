package dev.interact.orchestrator.plan;

import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallSpec;
import java.util.EnumMap;
import java.util.Map;

/** Counts what people are asked. */
final class SeatCount {
  private final Map<CallKind, Long> asked = new EnumMap<>(CallKind.class);

  void add(CallSpec call) {
    asked.merge(call.kind(), 1L, Long::sum);
  }

  /**
   * What was counted; null where nothing was.
   *
   * @param dialogues in which a person is the student
   */
  StudyPlan.Seats of(long dialogues) {
    return asked.isEmpty()
        ? null
        : new StudyPlan.Seats(
            dialogues,
            asked.getOrDefault(CallKind.QUESTION, 0L),
            asked.getOrDefault(CallKind.SHEET, 0L));
  }
}
