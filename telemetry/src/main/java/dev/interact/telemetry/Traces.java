package dev.interact.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Traces that go on in other processes: a record on Kafka carries its sender's span in its header
 * {@code traceparent} (W3C). While traces are off there are no spans and no headers.
 */
@Singleton
public class Traces {
  static final String DISABLED = "quarkus.otel.sdk.disabled";

  private static final String SCOPE = "dev.interact";
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<Headers> READER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
          List<String> keys = new ArrayList<>();
          headers.forEach(header -> keys.add(header.key()));
          return keys;
        }

        @Override
        public String get(Headers headers, String key) {
          Header header = headers.lastHeader(key);
          return header == null || header.value() == null
              ? null
              : new String(header.value(), StandardCharsets.UTF_8);
        }
      };

  private final boolean on;
  private final Tracer tracer;

  @Inject
  Traces(OpenTelemetry telemetry, @ConfigProperty(name = DISABLED) boolean disabled) {
    this(telemetry.getTracer(SCOPE), !disabled);
  }

  private Traces(Tracer tracer, boolean on) {
    this.tracer = tracer;
    this.on = on;
  }

  /** Traces that are off. */
  public static Traces off() {
    return new Traces(OpenTelemetry.noop().getTracer(SCOPE), false);
  }

  /** Traces that are on, whatever the settings say. */
  public static Traces of(OpenTelemetry telemetry) {
    return new Traces(telemetry.getTracer(SCOPE), true);
  }

  /** Whether there are traces at all. */
  public boolean isOn() {
    return on;
  }

  /** Begins a span; while traces are off it is one that nobody sees. */
  public Span begin(String name, SpanKind kind, Context parent) {
    return on
        ? tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan()
        : Span.getInvalid();
  }

  /** Has a record carry a span to whoever reads it. */
  public void carry(Span span, Headers record) {
    if (on) {
      W3C.inject(
          Context.root().with(span),
          record,
          (headers, key, value) -> headers.add(key, value.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** The span that a record carries, as a parent; the root where it carries none. */
  public Context carried(Headers record) {
    return on ? W3C.extract(Context.root(), record, READER) : Context.root();
  }
}
