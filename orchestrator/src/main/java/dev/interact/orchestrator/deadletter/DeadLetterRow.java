package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.DeadLetter;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hibernate.annotations.Formula;

/** A record that its reader could not use. */
@Entity
@Table(name = "dead_letter")
public class DeadLetterRow extends PanacheEntityBase {
  private static final String UNSTORABLE =
      "The database refuses to store this dead letter; its content is in the dead-letter topic.";

  @Id public String id;
  public String topic;
  public int part;
  public long position;
  public byte[] key;
  public byte[] value;
  public String reason;
  public String reader;
  public Instant noticed;
  public Instant resent;

  @Formula("coalesce(octet_length(value), 0)")
  public int size;

  protected DeadLetterRow() {}

  private DeadLetterRow(DeadLetter said, byte[] key, byte[] value) {
    this.id = said.place();
    this.topic = said.topic();
    this.part = said.partition();
    this.position = said.offset();
    this.key = key;
    this.value = value;
    this.reason = said.reason();
    this.reader = said.reader();
    this.noticed = said.noticed();
  }

  /** Stores a record of the dead-letter topic, unless it is there. */
  static void store(ConsumerRecord<byte[], byte[]> letter) {
    new DeadLetterRow(Circumstances.read(letter), letter.key(), letter.value()).store();
  }

  /** Stores where a record is that cannot be stored itself. */
  static void storePlace(ConsumerRecord<byte[], byte[]> letter) {
    new DeadLetterRow(Circumstances.here(letter, UNSTORABLE, "orchestrator"), null, null).store();
  }

  private void store() {
    if (count("id", id) == 0) {
      persist();
    }
  }

  /**
   * A dead letter without its content.
   *
   * @param size of its value in bytes
   * @param resent when it was last sent again; null where it was not
   */
  public record Listed(
      String id,
      String topic,
      int partition,
      long offset,
      int size,
      String reason,
      String reader,
      Instant noticed,
      Instant resent) {}

  /**
   * Dead letters, newest first; their content is not loaded.
   *
   * @param after the id of the one before; empty for the newest
   */
  static List<Listed> newestFirst(String after, int limit) {
    return find(
            """
            select d.id, d.topic, d.part, d.position, d.size, d.reason, d.reader, d.noticed, d.resent
            from DeadLetterRow d
            where ?1 = ''
              or d.noticed < (select c.noticed from DeadLetterRow c where c.id = ?1)
              or d.noticed = (select c.noticed from DeadLetterRow c where c.id = ?1) and d.id > ?1
            order by d.noticed desc, d.id
            """,
            after)
        .project(Listed.class)
        .range(0, limit)
        .list();
  }

  /** Those that were not sent again, oldest first. */
  static List<String> notResent() {
    return find("select d.id from DeadLetterRow d where d.resent is null order by d.noticed, d.id")
        .project(String.class)
        .list();
  }

  /** Stores when it was sent again, and nothing else of it. */
  void storeResent() {
    update("resent = ?1 where id = ?2", resent, id);
  }

  Listed listed() {
    return new Listed(id, topic, part, position, size, reason, reader, noticed, resent);
  }
}
