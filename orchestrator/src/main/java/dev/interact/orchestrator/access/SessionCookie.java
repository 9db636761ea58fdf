package dev.interact.orchestrator.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;

/** What a browser keeps of somebody who is signed in; its scripts cannot read it. */
final class SessionCookie {
  static final String NAME = "interact-session";

  /** With this begin those of Quarkus' OpenID Connect. */
  private static final String OF_PROVIDER = "q_session";

  private SessionCookie() {}

  static NewCookie of(String token, Instant expires, HttpServerRequest request) {
    int seconds = (int) Math.max(0, Duration.between(Instant.now(), expires).toSeconds());
    return cookie(NAME, token, seconds, request);
  }

  /** All that say who is there, those of a provider's session too, are taken away. */
  static NewCookie[] gone(HttpServerRequest request) {
    return request.cookies().stream()
        .map(Cookie::getName)
        .filter(name -> name.equals(NAME) || name.startsWith(OF_PROVIDER))
        .map(name -> cookie(name, "", 0, request))
        .toArray(NewCookie[]::new);
  }

  private static NewCookie cookie(
      String name, String value, int seconds, HttpServerRequest request) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(isEncrypted(request))
        .sameSite(NewCookie.SameSite.STRICT)
        .maxAge(seconds)
        .build();
  }

  /** A proxy in front may do it. */
  private static boolean isEncrypted(HttpServerRequest request) {
    return request.isSSL() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }
}
