package dev.interact.contracts;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;

/**
 * Where a record on {@link Topics#DEAD_LETTERS} stood, and why it is there. All of it is in the
 * record's headers, as text in UTF-8; its key and value are those of the unreadable record.
 *
 * @param topic where it stood
 * @param reason why it could not be used; quotes nothing of it
 * @param reader the incarnation that could not use it
 * @param noticed when
 */
public record DeadLetter(
    String topic, int partition, long offset, String reason, String reader, Instant noticed) {
  private static final String TOPIC = "topic";
  private static final String PARTITION = "partition";
  private static final String OFFSET = "offset";
  private static final String REASON = "reason";
  private static final String READER = "reader";
  private static final String NOTICED = "noticed";

  /** The place of the record, as people write it: {@code topic-partition@offset}. */
  public String place() {
    return "%s-%d@%d".formatted(topic, partition, offset);
  }

  /** The headers that say all this, by name. */
  public Map<String, String> headers() {
    return Map.of(
        TOPIC,
        topic,
        PARTITION,
        String.valueOf(partition),
        OFFSET,
        String.valueOf(offset),
        REASON,
        reason,
        READER,
        reader,
        NOTICED,
        noticed.toString());
  }

  /**
   * Reads the headers of a dead letter; others are ignored.
   *
   * @throws UnreadableMessage if one is missing or is not as {@link #headers} writes it
   */
  public static DeadLetter of(Map<String, String> headers) {
    try {
      return new DeadLetter(
          header(headers, TOPIC),
          Integer.parseInt(header(headers, PARTITION)),
          Long.parseLong(header(headers, OFFSET)),
          header(headers, REASON),
          header(headers, READER),
          Instant.parse(header(headers, NOTICED)));
    } catch (NumberFormatException | DateTimeException e) {
      throw new UnreadableMessage(DeadLetter.class, "a header of another form", null);
    }
  }

  private static String header(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UnreadableMessage(DeadLetter.class, "no header '" + name + "'", null);
    }
    return value;
  }
}
