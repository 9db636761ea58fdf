package dev.interact.orchestrator.budget;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an owner may spend in any month. */
@Entity
@Table(name = "owner_cap")
class OwnerCapRow extends PanacheEntityBase {
  @Id String owner;
  Long nanos;
  Long tokens;
  Long calls;

  protected OwnerCapRow() {}

  /** The cap of an owner, which may be none. */
  static Cap of(String owner) {
    return OwnerCapRow.<OwnerCapRow>findByIdOptional(owner)
        .map(row -> new Cap(row.nanos, row.tokens, row.calls))
        .orElse(new Cap(null, null, null));
  }

  static void set(String owner, Cap cap) {
    OwnerCapRow row = findById(owner);
    if (row == null) {
      row = new OwnerCapRow();
      row.owner = owner;
      row.persist();
    }
    row.nanos = cap.nanos();
    row.tokens = cap.tokens();
    row.calls = cap.calls();
  }
}
