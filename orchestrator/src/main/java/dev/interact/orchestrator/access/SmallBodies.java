package dev.interact.orchestrator.access;

import dev.interact.orchestrator.rest.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/** What anybody may send is small, so that nobody fills the memory who was not let in. */
@Singleton
class SmallBodies {
  private static final List<String> OF_ANYBODY = List.of("/api/session", "/api/seats/");
  private static final int MOST_BYTES = 64 * 1024;
  private static final int AFTER_FOREIGN_PAGES = 15_000;
  private static final int TOO_LARGE = 413;

  void guard(@Observes Filters filters) {
    filters.register(SmallBodies::guard, AFTER_FOREIGN_PAGES);
  }

  private static void guard(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean ofAnybody = OF_ANYBODY.stream().anyMatch(context.normalizedPath()::startsWith);
    if (ofAnybody && request.method().equals(HttpMethod.POST) && isLarge(request)) {
      Problems.refuse(
          context,
          TOO_LARGE,
          "Too large",
          "What is sent here says how long it is (Content-Length), and has at most 64 KiB.");
    } else {
      context.next();
    }
  }

  private static boolean isLarge(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null
        ? request.getHeader("Transfer-Encoding") != null
        : !length.matches("[0-9]{1,9}") || Long.parseLong(length) > MOST_BYTES;
  }
}
