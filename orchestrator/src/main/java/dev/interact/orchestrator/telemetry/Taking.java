package dev.interact.orchestrator.telemetry;

import dev.interact.contracts.Topics;
import dev.interact.contracts.reply.Reply;
import dev.interact.telemetry.Place;
import dev.interact.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The taking of a batch of replies: a span each, in the trace that the reply's record carries. */
public final class Taking implements AutoCloseable {
  private final Traces traces;
  private final List<Span> spans = new ArrayList<>();

  Taking(Traces traces) {
    this.traces = traces;
  }

  /** One of the replies; one that carries no trace has no span. */
  public void add(ConsumerRecord<byte[], byte[]> record, Reply reply) {
    if (!traces.isOn()) {
      return;
    }
    Context sender = traces.carried(record.headers());
    if (Span.fromContext(sender).getSpanContext().isValid()
        && reply instanceof Reply.Modelled modelled) {
      Span span = traces.begin("process " + Topics.REPLIES, SpanKind.CONSUMER, sender);
      DialogueTraces.messaging(span, Topics.REPLIES, "process");
      span.setAttribute("interact.attempt", modelled.attempt());
      new Place(null, dialogue(record), null, modelled.call()).mark(span);
      spans.add(span);
    }
  }

  private static String dialogue(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8);
  }

  /** All of them have been dealt with. */
  @Override
  public void close() {
    spans.forEach(Span::end);
  }
}
