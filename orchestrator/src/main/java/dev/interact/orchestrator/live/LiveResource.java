package dev.interact.orchestrator.live;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Views of studies: as they are now, or as a stream of a state and its changes (JSON merge patches,
 * RFC 7396).
 */
@Path("/api")
public class LiveResource {
  private final Views views;

  LiveResource(Views views) {
    this.views = views;
  }

  /** A study or preparation. */
  @GET
  @Path("/studies/{id}/live")
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<String> study(String id) {
    return now(id);
  }

  /** A study or preparation, and its changes. */
  @GET
  @Path("/studies/{id}/live")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void watch(String id, @Suspended AsyncResponse failed, @Context RoutingContext http) {
    stream(id, failed, http);
  }

  /** All studies and preparations, a line each. */
  @GET
  @Path("/live")
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<String> all() {
    return now(Views.ofAll());
  }

  /** All studies and preparations, and their changes. */
  @GET
  @Path("/live")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void watchAll(@Suspended AsyncResponse failed, @Context RoutingContext http) {
    stream(Views.ofAll(), failed, http);
  }

  private CompletionStage<String> now(String id) {
    return views.ask(id, watch -> watch.json(Instant.now()));
  }

  private void stream(String id, AsyncResponse failed, RoutingContext http) {
    views
        .ask(
            id,
            watch -> {
              watch.add(new Connection(http));
              return watch;
            })
        .whenComplete(
            (watch, error) -> {
              if (error != null) {
                failed.resume(error instanceof CompletionException ? error.getCause() : error);
              }
            });
  }
}
