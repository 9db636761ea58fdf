package dev.interact.orchestrator.study;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;

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
   * Stores a concept, unless it is there.
   *
   * @param content as {@link Library#write} gives it
   */
  public static void store(String hash, String id, String domain, byte[] content) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into concept (hash, id, domain, content) values (?1, ?2, ?3, ?4)
            on conflict do nothing
            """)
        .setParameter(1, hash)
        .setParameter(2, id)
        .setParameter(3, domain)
        .setParameter(4, content)
        .executeUpdate();
  }

  /** Those of some hashes that are stored. */
  public static List<String> known(Collection<String> hashes) {
    return find("select c.hash from ConceptRow c where c.hash in ?1", hashes)
        .project(String.class)
        .list();
  }
}
