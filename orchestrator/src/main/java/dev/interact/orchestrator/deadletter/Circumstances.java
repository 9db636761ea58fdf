package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the headers of records on the dead-letter topic, whoever wrote them. */
final class Circumstances {
  private static final int LONGEST = 2_000;

  private Circumstances() {}

  /** What a dead letter says of itself; one that does not stood in the dead-letter topic. */
  static DeadLetter read(ConsumerRecord<?, ?> letter) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : letter.headers()) {
      headers.put(header.key(), text(header));
    }
    try {
      return DeadLetter.of(headers);
    } catch (UnreadableMessage e) {
      return new DeadLetter(
          letter.topic(),
          letter.partition(),
          letter.offset(),
          headers.getOrDefault("reason", "It says not why it is a dead letter."),
          headers.getOrDefault("reader", "unknown"),
          Instant.ofEpochMilli(letter.timestamp()));
    }
  }

  /** A header as text that a database takes. */
  private static String text(Header header) {
    byte[] value = header.value() == null ? new byte[0] : header.value();
    String text = new String(value, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
