package dev.interact.orchestrator.study;

import dev.interact.study.input.Problem;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /** A concept as it is stored; a session holds no row of it. */
  record Content(String hash, byte[] content) {}

  /** The contents of some stored concepts. */
  static List<Content> contentsOf(Collection<String> hashes) {
    return find("select c.hash, c.content from ConceptRow c where c.hash in ?1", hashes)
        .project(Content.class)
        .list();
  }

  /** What a concept is called. */
  public record Name(String hash, String id, String domain) {}

  /** The names of some concepts. */
  public static List<Name> names(Collection<String> hashes) {
    return find("select c.hash, c.id, c.domain from ConceptRow c where c.hash in ?1", hashes)
        .project(Name.class)
        .list();
  }

  /** A problem for each of some hashes that is not stored. */
  public static List<Problem> missing(Collection<String> hashes) {
    Set<String> known =
        new HashSet<>(
            find("select c.hash from ConceptRow c where c.hash in ?1", hashes)
                .project(String.class)
                .list());
    return hashes.stream()
        .filter(hash -> !known.contains(hash))
        .map(hash -> new Problem(null, 0, "concepts", "concept " + hash + " was not uploaded"))
        .toList();
  }
}
