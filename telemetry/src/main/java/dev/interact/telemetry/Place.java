package dev.interact.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jboss.logging.NDC;

/**
 * Where in a study something happens: what log lines and spans say of it. Ids and numbers alone;
 * null stands for what is not known.
 *
 * @param dialogue or the preparation of a concept
 * @param turn 0 before the first question
 * @param call the content key of the wanted answer
 */
public record Place(String study, String dialogue, Integer turn, String call) {
  /** Nowhere in particular. */
  public static final Place NONE = new Place(null, null, null, null);

  private static final AttributeKey<Long> TURN = AttributeKey.longKey("interact.turn");

  /** Until it is closed, lines that this thread logs have the place. */
  public interface Lines extends AutoCloseable {
    @Override
    void close();
  }

  /** Gives the place to the lines that this thread logs from now on. */
  public Lines lines() {
    Map<String, Object> fields = fields();
    if (fields.isEmpty()) {
      return () -> {};
    }
    StringBuilder words = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          MDC.put(name, value);
          words.append(name).append('=').append(value).append(' ');
        });
    NDC.push(words.toString());
    return () -> {
      NDC.pop();
      fields.keySet().forEach(MDC::remove);
    };
  }

  private Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    put(fields, "study", study);
    put(fields, "dialogue", dialogue);
    put(fields, "turn", turn);
    put(fields, "call", call);
    return fields;
  }

  private static void put(Map<String, Object> fields, String name, Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  /** Gives the place to a span. */
  public void mark(Span span) {
    span.setAttribute("interact.study", study);
    span.setAttribute("interact.dialogue", dialogue);
    span.setAttribute("interact.call", call);
    if (turn != null) {
      span.setAttribute(TURN, turn);
    }
  }
}
