package dev.interact.orchestrator.limits;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A model's limits that were changed; they stand until the row is deleted. */
@Entity
@Table(name = "model_limit")
public class LimitRow extends PanacheEntityBase {
  @Id public String alias;
  public Integer concurrency;
  public Long requestsPerMinute;
  public Long tokensPerMinute;
  public Instant changed;

  protected LimitRow() {}

  private LimitRow(String alias, LimitChange change, Instant now) {
    this.alias = alias;
    this.concurrency = change.concurrency();
    this.requestsPerMinute = change.requestsPerMinute();
    this.tokensPerMinute = change.tokensPerMinute();
    this.changed = now;
  }

  /** Stores a change in place of an earlier one. */
  static void store(String alias, LimitChange change, Instant now) {
    getEntityManager().merge(new LimitRow(alias, change, now));
  }

  LimitChange change() {
    return new LimitChange(concurrency, requestsPerMinute, tokensPerMinute);
  }
}
