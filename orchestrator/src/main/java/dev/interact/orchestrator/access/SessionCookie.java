package dev.interact.orchestrator.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;

/** What a browser keeps of somebody who is signed in; its scripts cannot read it. */
final class SessionCookie {
  static final String NAME = "interact-session";

  private SessionCookie() {}

  static NewCookie of(String token, Instant expires, HttpServerRequest request) {
    int seconds = (int) Math.max(0, Duration.between(Instant.now(), expires).toSeconds());
    return cookie(token, seconds, request);
  }

  static NewCookie gone(HttpServerRequest request) {
    return cookie("", 0, request);
  }

  private static NewCookie cookie(String value, int seconds, HttpServerRequest request) {
    return new NewCookie.Builder(NAME)
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
