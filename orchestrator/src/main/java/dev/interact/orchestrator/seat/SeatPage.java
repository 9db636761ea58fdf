package dev.interact.orchestrator.seat;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/** The page of a seat: a document of its own, which may speak to the seat and to nothing else. */
class SeatPage {
  private static final String DOCUMENT = "/seat.html";
  private static final String ADDRESS = "/seat/:secret";
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:\\[\\]-]+");
  private static final String HELD_TO = SeatPage.class.getName();
  private static final int NOT_FOUND = 404;

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
          + " %s/api/seats/%s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  void add(@Observes Router router) {
    router.route(ADDRESS).method(HttpMethod.GET).method(HttpMethod.HEAD).handler(SeatPage::show);
    router.route(DOCUMENT).handler(SeatPage::restrict);
  }

  private static void show(RoutingContext request) {
    String secret = request.pathParam("secret");
    String host = String.valueOf(request.request().authority());
    if (!SECRET.matcher(secret).matches() || !HOST.matcher(host).matches()) {
      request.fail(NOT_FOUND);
      return;
    }
    request.put(HELD_TO, POLICY.formatted(host, secret));
    request.reroute(DOCUMENT);
  }

  /** Going on to the document forgets all headers, so they are set there. */
  private static void restrict(RoutingContext request) {
    String policy = request.get(HELD_TO);
    if (policy != null) {
      request
          .response()
          .putHeader("Content-Security-Policy", policy)
          .putHeader("Cache-Control", "no-store");
    }
    request.next();
  }
}
