package dev.interact.orchestrator.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A key, or somebody who signed in with one. */
@Entity
@Table(name = "api_key")
class KeyRow extends PanacheEntityBase {
  private static final Duration USE_TOLD = Duration.ofMinutes(1);

  @Id public String id;
  public byte[] hash;
  public String name;
  public String scope;

  /** The key with which somebody signed in; null of a key. */
  public String parent;

  public Instant created;
  public String createdBy;
  public Instant expires;
  public Instant revoked;
  public Instant used;

  protected KeyRow() {}

  KeyRow(Token token, String name, String scope, Instant expires, String createdBy) {
    this.id = token.id();
    this.hash = token.hash();
    this.name = name;
    this.scope = scope;
    this.expires = expires;
    this.created = Instant.now();
    this.createdBy = createdBy;
  }

  boolean isValid(Instant now) {
    return revoked == null && (expires == null || now.isBefore(expires));
  }

  boolean isOf(Token token) {
    return MessageDigest.isEqual(hash, token.hash());
  }

  /**
   * Says so once a minute, so that not every request writes; and writes nothing else, for it may
   * have been revoked since it was read.
   */
  void isUsed(Instant now) {
    if (used == null || used.isBefore(now.minus(USE_TOLD))) {
      update("used = ?1 where id = ?2", now, id);
    }
  }

  /** Those that programs have, newest first. */
  static List<KeyRow> ofPrograms() {
    return list("parent is null order by created desc, id");
  }

  /** Forgets who was signed in. */
  static void forgetSessions(Instant before) {
    delete("parent is not null and (expires < ?1 or revoked < ?1)", before);
  }
}
