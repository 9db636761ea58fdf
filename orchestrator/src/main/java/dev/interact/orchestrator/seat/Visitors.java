package dev.interact.orchestrator.seat;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.util.regex.Pattern;

/**
 * Keeps browsers that sit at a seat from everything else: pages and the API would show them
 * contexts and keys. The cookie that marks them goes when they leave the seat.
 */
@Singleton
class Visitors {
  private static final String COOKIE = "interact-seat";

  static final NewCookie COOKIE_SET = cookie(NewCookie.DEFAULT_MAX_AGE);
  static final NewCookie COOKIE_GONE = cookie(0);

  /** Seats, and the files of their page; other names than these have no part in them. */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "/seat/[A-Za-z0-9_-]+|/seat\\.html|/api/seats/[A-Za-z0-9_-]+|/theme\\.js|/icon\\.svg"
              + "|/static/bundle/[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  private static final int FIRST = 10_000;
  private static final int FORBIDDEN = 403;
  private static final String REFUSAL =
      """
      {"type":"about:blank","title":"Forbidden","status":403,"detail":"This browser sits at a seat of a study, \
      from where nothing else can be seen. Leave the seat on its page first, or use a private window for it."}
      """;

  void guard(@Observes Filters filters) {
    filters.register(Visitors::guard, FIRST);
  }

  private static void guard(RoutingContext request) {
    Cookie seat = request.request().getCookie(COOKIE);
    if (seat == null || ALLOWED.matcher(request.request().path()).matches()) {
      request.next();
      return;
    }
    request
        .response()
        .setStatusCode(FORBIDDEN)
        .putHeader("Content-Type", "application/problem+json")
        .end(REFUSAL.strip());
  }

  private static NewCookie cookie(int maxAge) {
    return new NewCookie.Builder(COOKIE)
        .value("1")
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(maxAge)
        .build();
  }
}
