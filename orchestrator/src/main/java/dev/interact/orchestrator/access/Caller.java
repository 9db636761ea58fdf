package dev.interact.orchestrator.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;

/**
 * Who asks for something.
 *
 * @param id by which the audit log knows the caller: {@code key:}, {@code oidc:} or {@code anyone}
 * @param name for people
 * @param scope one of {@link Scope}; null where the caller is known and may do nothing
 * @param until when that ends; null where it does not, or where somebody else decides it
 */
public record Caller(String id, String name, String scope, Instant until) {
  /** With this begin the ids of those for whom a provider of OpenID Connect vouches. */
  static final String OF_PROVIDER = "oidc:";

  private static final String ATTRIBUTE = "interact.caller";

  /** Everybody, where access is open. */
  static final Caller ANYONE = new Caller("anyone", "anyone on this machine", Scope.ADMIN, null);

  /** Of a request; null where nobody is known. */
  public static Caller of(SecurityIdentity identity) {
    return identity.getAttribute(ATTRIBUTE);
  }

  /** What is to be kept with an identity. */
  static String attribute() {
    return ATTRIBUTE;
  }
}
