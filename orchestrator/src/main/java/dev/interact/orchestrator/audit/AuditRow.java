package dev.interact.orchestrator.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** Somebody did something. */
@Entity
@Table(name = "audit_entry")
class AuditRow extends PanacheEntityBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  public Instant at;
  public String who;
  public String name;
  public String action;
  public String subject;
  public Integer status;

  protected AuditRow() {}

  AuditRow(String who, String name, String action, String subject) {
    this.at = Instant.now();
    this.who = who;
    this.name = name;
    this.action = action;
    this.subject = subject;
  }

  /** Stores what became of it. */
  static void ended(long id, String subject, int status) {
    update("subject = coalesce(subject, ?1), status = ?2 where id = ?3", subject, status, id);
  }

  /**
   * Newest first.
   *
   * @param before the id of the one before
   */
  static List<AuditRow> newestFirst(Wanted wanted, long before, int limit) {
    return find(
            Wanted.CONDITION + " and id < :before order by id desc",
            wanted.parameters().and("before", before))
        .range(0, limit)
        .list();
  }

  /** Which are asked for; null for all. */
  record Wanted(String subject, String who) {
    static final String CONDITION =
        "(cast(:subject as String) is null or subject = :subject)"
            + " and (cast(:who as String) is null or who = :who)";

    Parameters parameters() {
      return Parameters.with("subject", subject).and("who", who);
    }
  }
}
