package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.DeadLetter;
import dev.interact.contracts.UnreadableMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the headers of records on the dead-letter topic, whoever wrote them. */
final class Circumstances {
  private static final int LONGEST = 2_000;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** What the broker takes as the name of a topic; no longer than a key of the database may be. */
  private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private Circumstances() {}

  /**
   * What a dead letter says of itself, as a database takes it; one that does not say what can be
   * stood in the dead-letter topic.
   */
  static DeadLetter read(ConsumerRecord<?, ?> letter) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : letter.headers()) {
      headers.put(header.key(), text(header));
    }
    try {
      DeadLetter said = DeadLetter.of(headers);
      if (TOPIC.matcher(said.topic()).matches() && isStorable(said.noticed())) {
        return said;
      }
    } catch (UnreadableMessage e) {
      // As one that says nothing.
    }
    return here(
        letter,
        headers.getOrDefault("reason", "It says not why it is a dead letter."),
        headers.getOrDefault("reader", "unknown"));
  }

  /** A letter that is known by its place in the dead-letter topic alone. */
  static DeadLetter here(ConsumerRecord<?, ?> letter, String reason, String reader) {
    Instant written = Instant.ofEpochMilli(letter.timestamp());
    return new DeadLetter(
        letter.topic(),
        letter.partition(),
        letter.offset(),
        reason,
        reader,
        isStorable(written) ? written : Instant.EPOCH);
  }

  private static boolean isStorable(Instant time) {
    return !time.isBefore(Instant.EPOCH) && !time.isAfter(LAST);
  }

  /** A header as text that a database takes. */
  private static String text(Header header) {
    byte[] value = header.value() == null ? new byte[0] : header.value();
    return new String(value, StandardCharsets.UTF_8)
        .codePoints()
        .limit(LONGEST)
        .map(c -> c == 0 ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
