package dev.interact.orchestrator.telemetry;

import dev.interact.contracts.Head;
import dev.interact.contracts.Origin;
import dev.interact.telemetry.Place;
import dev.interact.telemetry.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import jakarta.inject.Singleton;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * One trace a dialogue: its beginning, and below it each sending of a request with what the worker
 * did, and the taking of the reply. A call that dialogues share is in the trace of the one that it
 * is made for. The trace's id is the dialogue's, so that nothing has to be remembered.
 */
@Singleton
public class DialogueTraces {
  private static final String KAFKA = "kafka";

  private final Traces traces;
  private final DialogueIds ids;

  DialogueTraces(Traces traces, DialogueIds ids) {
    this.traces = traces;
    this.ids = ids;
  }

  /** Traces that are off. */
  public static DialogueTraces off() {
    return new DialogueTraces(Traces.off(), new DialogueIds());
  }

  /** A dialogue, or the preparation of a concept, begins. */
  public void begun(String study, String dialogue, String what) {
    if (traces.isOn()) {
      Span first = ids.first(dialogue, () -> traces.begin(what, SpanKind.INTERNAL, Context.root()));
      new Place(study, dialogue, 0, null).mark(first);
      first.end();
    }
  }

  /**
   * A request is sent.
   *
   * @return the headers that its record is to have
   */
  public Headers sent(Head head, String topic) {
    Headers headers = new RecordHeaders();
    if (traces.isOn()) {
      Span span = traces.begin("send " + topic, SpanKind.PRODUCER, within(head.dialogue()));
      messaging(span, topic, "send");
      span.setAttribute("interact.attempt", head.attempt());
      Origin origin = head.origin();
      span.setAttribute("interact.kind", origin.kind());
      new Place(origin.study(), head.dialogue(), origin.turn(), head.call()).mark(span);
      traces.carry(span, headers);
      span.end();
    }
    return headers;
  }

  private static Context within(String dialogue) {
    return Context.root().with(Span.wrap(DialogueIds.of(dialogue)));
  }

  static void messaging(Span span, String topic, String operation) {
    span.setAttribute("messaging.system", KAFKA);
    span.setAttribute("messaging.destination.name", topic);
    span.setAttribute("messaging.operation.name", operation);
    span.setAttribute("messaging.operation.type", operation);
  }

  /** Begins to take replies. */
  public Taking taking() {
    return new Taking(traces);
  }
}
