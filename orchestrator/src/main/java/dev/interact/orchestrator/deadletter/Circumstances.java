package dev.interact.orchestrator.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Where a dead letter stood, and why it is one: the headers of its record.
 *
 * @param topic of the record that could not be used
 * @param reason a sentence; it quotes no content
 * @param reader who could not use it
 */
record Circumstances(
    String topic, int partition, long offset, String reason, String reader, Instant noticed) {
  private static final String TOPIC = "topic";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String REASON = "reason";
  private static final String READER = "reader";
  private static final String NOTICED = "noticed";
  private static final int LONGEST = 2_000;

  static Circumstances of(ConsumerRecord<?, ?> record, String reason, String reader, Instant now) {
    return new Circumstances(
        record.topic(), record.partition(), record.offset(), reason, reader, now);
  }

  /** Names the dead letter: the same record has the same id, however often it is reported. */
  String id() {
    return topic + "-" + partition + "@" + offset;
  }

  void write(Headers headers) {
    add(headers, TOPIC, topic);
    add(headers, PARTITION, partition);
    add(headers, OFFSET, offset);
    add(headers, REASON, reason);
    add(headers, READER, reader);
    add(headers, NOTICED, noticed);
  }

  private static void add(Headers headers, String name, Object value) {
    headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads the headers of a dead letter; one that lacks them stood in the dead-letter topic. */
  static Circumstances read(ConsumerRecord<?, ?> letter) {
    Headers headers = letter.headers();
    String reason = text(headers, REASON).orElse("It says not why it is a dead letter.");
    String reader = text(headers, READER).orElse("unknown");
    Instant produced = Instant.ofEpochMilli(letter.timestamp());
    try {
      return new Circumstances(
          text(headers, TOPIC).orElseThrow(IllegalArgumentException::new),
          Integer.parseInt(text(headers, PARTITION).orElse("")),
          Long.parseLong(text(headers, OFFSET).orElse("")),
          reason,
          reader,
          text(headers, NOTICED).map(Instant::parse).orElse(produced));
    } catch (IllegalArgumentException | DateTimeException e) {
      return of(letter, reason, reader, produced);
    }
  }

  /** A header as text that a database takes. */
  private static Optional<String> text(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8).replace('\0', '\uFFFD'))
        .map(text -> text.substring(0, Math.min(LONGEST, text.length())));
  }
}
