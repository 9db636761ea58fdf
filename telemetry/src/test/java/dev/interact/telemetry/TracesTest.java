package dev.interact.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracesTest {
  private final Headers headers = new RecordHeaders();

  @Test
  void a_record_carries_a_span_and_nothing_else() {
    try (OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder().setTracerProvider(SdkTracerProvider.builder().build()).build()) {
      Traces traces = Traces.of(sdk);
      Span span = traces.begin("sent", SpanKind.PRODUCER, Context.root());

      traces.carry(span, headers);
      Span carried = Span.fromContext(traces.carried(headers));

      assertThat(headers.toArray()).hasSize(1).allMatch(one -> one.key().equals("traceparent"));
      assertThat(carried.getSpanContext().getTraceId())
          .isEqualTo(span.getSpanContext().getTraceId());
      assertThat(carried.getSpanContext().getSpanId()).isEqualTo(span.getSpanContext().getSpanId());
    }
  }

  @Test
  void a_record_that_carries_nonsense_begins_a_trace_of_its_own() {
    try (OpenTelemetrySdk sdk = OpenTelemetrySdk.builder().build()) {
      headers.add("traceparent", new byte[] {1, -1});
      headers.add("traceparent", null);

      Span carried = Span.fromContext(Traces.of(sdk).carried(headers));

      assertThat(carried.getSpanContext().isValid()).isFalse();
    }
  }

  @Test
  void while_traces_are_off_records_have_no_header_and_spans_are_not_seen() {
    Traces traces = Traces.off();
    Span span = traces.begin("sent", SpanKind.PRODUCER, Context.root());

    traces.carry(span, headers);

    assertThat(headers.toArray()).isEmpty();
    assertThat(span).isSameAs(Span.getInvalid());
    assertThat(traces.carried(headers)).isSameAs(Context.root());
  }
}
