package dev.interact.orchestrator.ledger;

import dev.interact.orchestrator.database.AnyOf;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** One sending of a call to one worker. */
@Entity
@Table(name = "attempt")
public class AttemptRow extends PanacheEntityBase {

  /** What has become of an attempt. */
  public enum Status {
    SENT,
    COMPLETED,
    RATE_LIMITED,
    TRANSIENT,
    REJECTED,
    /** Its worker fell silent; a reply that comes all the same is booked. */
    LOST
  }

  @Id public String id;
  public String call;
  public String model;
  public String worker;

  @Enumerated(EnumType.STRING)
  public Status status;

  public String reason;
  public Instant sent;
  public Instant ended;

  @Column(name = "latency")
  public Long latencyMillis;

  public int inputTokens;
  public int outputTokens;
  public String fingerprint;

  /** The study on whose behalf it was sent, and which pays for it. */
  public String study;

  public long epoch;
  public long reservedNanos;
  public long reservedTokens;
  public long spentNanos;
  public long spentTokens;
  public int spentCalls;

  /** What came back, where it is not the call's reply. */
  public String raw;

  protected AttemptRow() {}

  /**
   * A new attempt.
   *
   * @param study that pays for it
   */
  public AttemptRow(CallRow call, String study, String worker, Instant now) {
    // In the order of time, so that indexes grow at their end.
    this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null).toString();
    this.call = call.key;
    this.model = call.model;
    this.study = study;
    this.worker = worker;
    this.status = Status.SENT;
    this.sent = now;
  }

  /** All attempts at some calls, in the order of their sending. */
  public static List<AttemptRow> ofCalls(Collection<String> calls) {
    return calls.isEmpty() ? List.of() : list("holds(?1, call) order by sent, id", AnyOf.of(calls));
  }

  /**
   * An attempt that was sent.
   *
   * @param tokens that it may take at most
   */
  public record Sending(String model, Instant sent, long tokens) {}

  /** What was sent to some models since a moment, in order. */
  public static List<Sending> sentSince(Instant moment, Collection<String> models) {
    return find(
            """
            select a.model, a.sent, a.reservedTokens from AttemptRow a
            where a.sent > ?1 and holds(?2, a.model)
            order by a.sent
            """,
            moment,
            AnyOf.of(models))
        .project(Sending.class)
        .list();
  }
}
