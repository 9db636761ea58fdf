package dev.interact.orchestrator.telemetry;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.IdGenerator;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/**
 * Ids of traces and spans: random ones, but for the first span of a dialogue. Its trace has the
 * dialogue's id, and its span the end of it, so that whoever knows the dialogue knows both.
 */
@Singleton
public class DialogueIds implements IdGenerator {
  private final IdGenerator others = IdGenerator.random();
  private final ThreadLocal<String> first = new ThreadLocal<>();

  /** Makes the first span of a dialogue. */
  <T> T first(String dialogue, Supplier<T> span) {
    first.set(dialogue);
    try {
      return span.get();
    } finally {
      first.remove();
    }
  }

  /** The first span of a dialogue; invalid if the dialogue's id is no hash. */
  static SpanContext of(String dialogue) {
    return TraceId.isValid(dialogue)
        ? SpanContext.createFromRemoteParent(
            dialogue, spanOf(dialogue), TraceFlags.getSampled(), TraceState.getDefault())
        : SpanContext.getInvalid();
  }

  private static String spanOf(String dialogue) {
    return dialogue.substring(dialogue.length() - SpanId.getLength());
  }

  @Override
  public String generateSpanId() {
    String dialogue = first.get();
    return dialogue == null ? others.generateSpanId() : spanOf(dialogue);
  }

  @Override
  public String generateTraceId() {
    String dialogue = first.get();
    return dialogue == null ? others.generateTraceId() : dialogue;
  }
}
