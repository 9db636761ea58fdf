package dev.interact.worker.loop;

import dev.interact.telemetry.Place;
import dev.interact.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One request from its taking to its reply: its span, and what log lines say of it. */
record Serving(Traces traces, Place place, Span span) {

  /**
   * Begins.
   *
   * @param sender the span of whoever sent the request
   */
  static Serving begin(Traces traces, Place place, String attempt, Context sender) {
    Span span = traces.begin("process request", SpanKind.CONSUMER, sender);
    if (traces.isOn()) {
      span.setAttribute("messaging.system", "kafka");
      span.setAttribute("messaging.operation.name", "process");
      span.setAttribute("messaging.operation.type", "process");
      span.setAttribute("interact.attempt", attempt);
      place.mark(span);
    }
    return new Serving(traces, place, span);
  }

  /** Does a part of the work on this thread. */
  <T> T during(Supplier<T> work) {
    try (Place.Lines lines = place.lines();
        Scope scope = traces.isOn() ? span.makeCurrent() : Scope.noop()) {
      return work.get();
    }
  }

  /** Has the reply carry the span. */
  ProducerRecord<byte[], byte[]> carriedBy(ProducerRecord<byte[], byte[]> reply) {
    traces.carry(span, reply.headers());
    return reply;
  }

  /** Ends; a failure is that of sending the reply, or null. */
  void end(Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR);
      span.setAttribute("error.type", failure.getClass().getName());
    }
    span.end();
  }
}
