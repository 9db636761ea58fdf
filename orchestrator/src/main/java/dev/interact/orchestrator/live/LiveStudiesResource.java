package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;

/** The view of all studies and preparations, a line each. */
@Path("/api/live")
public class LiveStudiesResource {
  private final Views views;

  LiveStudiesResource(Views views) {
    this.views = views;
  }

  /** As it is now. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<ObjectNode> all() {
    return LiveResource.now(views, Views.ofAll());
  }

  /** A state and its changes. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void watch(@Suspended AsyncResponse failed, @Context RoutingContext http) {
    LiveResource.stream(views, Views.ofAll(), failed, http);
  }
}
