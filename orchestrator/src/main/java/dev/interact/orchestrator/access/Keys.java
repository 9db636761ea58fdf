package dev.interact.orchestrator.access;

import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has which key. Nothing is kept in memory: a key that is revoked ends at once, everywhere. */
@Singleton
public class Keys {
  private static final Duration SESSIONS_KEPT = Duration.ofDays(1);
  private static final int PRINTED_BYTES = 4;

  private final List<Configured> configured;
  private final Duration session;

  Keys(OrchestratorConfig config) {
    this.configured =
        Stream.of(
                Configured.of(Scope.ADMIN, config.access().adminKey()),
                Configured.of(Scope.MONITOR, config.access().monitorKey()))
            .flatMap(Optional::stream)
            .toList();
    this.session = config.access().session();
  }

  /**
   * A key that stands in the settings.
   *
   * @param id another one where the key is another: sessions of the earlier one end
   */
  private record Configured(String id, String scope, byte[] hash) {
    static Optional<Configured> of(String scope, Optional<String> key) {
      return key.map(String::strip)
          .map(Token::hash)
          .map(
              hash ->
                  new Configured(
                      "key:configured-%s-%s"
                          .formatted(scope, HexFormat.of().formatHex(hash, 0, PRINTED_BYTES)),
                      scope,
                      hash));
    }

    Caller holder() {
      return new Caller(id, "the configured %s key".formatted(scope), scope, null);
    }
  }

  /**
   * A key that was made.
   *
   * @param text what its holder is given, and nobody can read again
   */
  record Made(KeyRow row, String text) {}

  /**
   * Makes a key.
   *
   * @param expires null where it never does
   */
  @Transactional
  Made make(String name, String scope, Instant expires, Caller by) {
    Token token = Token.fresh();
    KeyRow row = new KeyRow(token, name, scope, expires, by.id());
    row.persist();
    return new Made(row, token.text());
  }

  /** Lets somebody stay signed in who has shown a key; the answer is for a cookie. */
  @Transactional
  Made signIn(Caller caller) {
    Instant now = Instant.now();
    KeyRow.forgetSessions(now.minus(SESSIONS_KEPT));
    Token token = Token.fresh();
    Instant end = now.plus(session);
    Instant expires = caller.until() != null && caller.until().isBefore(end) ? caller.until() : end;
    KeyRow row = new KeyRow(token, caller.name(), caller.scope(), expires, caller.id());
    row.parent = caller.id();
    row.persist();
    return new Made(row, token.text());
  }

  /**
   * The id of a key that somebody gave in its place, and any other text as it is. What is not meant
   * to be written down is not.
   */
  public static String idOf(String text) {
    return text.replaceFirst("(?s)interact_([0-9a-f]{12})_.*", "$1");
  }

  /** Ends a key; those who signed in with it are out, too. */
  @Transactional
  Optional<KeyRow> revoke(String id) {
    Optional<KeyRow> row = KeyRow.<KeyRow>findByIdOptional(id).filter(key -> key.parent == null);
    row.filter(key -> key.revoked == null).ifPresent(key -> key.revoked = Instant.now());
    return row;
  }

  /** Signs out who has this; nothing where it is no session. */
  @Transactional
  void endSession(Token token) {
    KeyRow.<KeyRow>findByIdOptional(token.id())
        .filter(key -> key.isOf(token) && key.parent != null)
        .ifPresent(KeyRow::delete);
  }

  /** Whose key a text is; nobody's where it is unknown, has expired or was revoked. */
  Optional<Caller> holder(String text) {
    byte[] hash = Token.hash(text.strip());
    return configured.stream()
        .filter(key -> MessageDigest.isEqual(key.hash(), hash))
        .map(Configured::holder)
        .findFirst()
        .or(
            () ->
                Token.parse(text)
                    .flatMap(token -> QuarkusTransaction.requiringNew().call(() -> holder(token))));
  }

  private Optional<Caller> holder(Token token) {
    Instant now = Instant.now();
    Optional<KeyRow> row =
        KeyRow.<KeyRow>findByIdOptional(token.id())
            .filter(key -> key.isOf(token) && key.isValid(now))
            .filter(key -> key.parent == null || isStillValid(key.parent, now));
    row.ifPresent(key -> key.isUsed(now));
    return row.map(
        key ->
            new Caller(
                key.parent == null ? "key:" + key.id : key.parent,
                key.name,
                key.scope,
                key.expires));
  }

  private boolean isStillValid(String parent, Instant now) {
    return configured.stream().anyMatch(key -> key.id().equals(parent))
        || KeyRow.<KeyRow>findByIdOptional(parent.substring(parent.indexOf(':') + 1))
            .filter(key -> key.isValid(now))
            .isPresent();
  }
}
