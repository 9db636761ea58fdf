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

/**
 * The view of a study: as it is now, or as a stream of a state and its changes (JSON merge patches,
 * RFC 7396).
 */
@Tag(name = "live")
@Path("/api/studies/{id}/live")
@RolesAllowed(Scope.READ)
public class LiveResource {
  private final Views views;

  LiveResource(Views views) {
    this.views = views;
  }

  /** A study or preparation. */
  @Operation(summary = "How a study is; as a stream, also what changes")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ObjectNode.class)))
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<ObjectNode> study(String id) {
    return views.now(id);
  }

  /** A study or preparation, and its changes. */
  @Operation(summary = "How a study is; as a stream, also what changes")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING)))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
  public void watch(String id, @Suspended AsyncResponse failed, @Context RoutingContext http) {
    stream(views, id, failed, http);
  }

  /** Lets a client watch a view. */
  static void stream(Views views, String id, AsyncResponse failed, RoutingContext http) {
    views
        .watch(id, http)
        .whenComplete(
            (watched, error) -> {
              if (error != null) {
                failed.resume(error);
              }
            });
  }
}
