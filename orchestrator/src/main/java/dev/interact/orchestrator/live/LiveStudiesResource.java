package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.orchestrator.access.Scope;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The view of all studies and preparations, a line each. */
@Tag(name = "live")
@Path("/api/live")
@RolesAllowed(Scope.READ)
public class LiveStudiesResource {
  private final Views views;

  LiveStudiesResource(Views views) {
    this.views = views;
  }

  /** As it is now. */
  @Operation(summary = "How all studies are; as a stream, also what changes")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ObjectNode.class)))
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<ObjectNode> all() {
    return views.now(Views.ofAll());
  }

  /** A state and its changes. */
  @Operation(summary = "How all studies are; as a stream, also what changes")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void watch(@Suspended AsyncResponse failed, @Context RoutingContext http) {
    LiveResource.stream(views, Views.ofAll(), failed, http);
  }
}
