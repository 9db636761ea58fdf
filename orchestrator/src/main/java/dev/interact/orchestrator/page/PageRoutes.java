package dev.interact.orchestrator.page;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Addresses of the page: all are the same document, whose script shows what the address names. */
class PageRoutes {
  private static final String DOCUMENT = "/";

  private static final List<String> ADDRESSES = List.of("/studies/*", "/dialogues/*", "/machine");

  void add(@Observes Router router) {
    for (String address : ADDRESSES) {
      router
          .route(address)
          .method(HttpMethod.GET)
          .method(HttpMethod.HEAD)
          .handler(request -> request.reroute(DOCUMENT));
    }
  }
}
