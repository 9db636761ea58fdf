package dev.interact.orchestrator.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A concept, stored once for all studies. */
@Entity
@Table(name = "concept")
public class ConceptRow extends PanacheEntityBase {
  @Id public String hash;
  public String id;
  public String domain;
  public byte[] content;

  protected ConceptRow() {}

  /**
   * A concept.
   *
   * @param content as {@link Library#write} gives it
   */
  public ConceptRow(String hash, String id, String domain, byte[] content) {
    this.hash = hash;
    this.id = id;
    this.domain = domain;
    this.content = content;
  }
}
