package dev.interact.orchestrator.live;

import dev.interact.orchestrator.access.Scope;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out the events as they happen. */
@Tag(name = "live")
@Path("/api/events")
@RolesAllowed(Scope.READ)
public class EventsResource {
  private final EventStreams streams;

  EventsResource(EventStreams streams) {
    this.streams = streams;
  }

  /**
   * A stream of events.
   *
   * @param study whose alone are wanted; absent for all
   * @param type of which alone are wanted, or the beginning of several types that ends with a dot
   * @param last offset of the last that the client has; the next comes first
   */
  @Operation(summary = "What happens, as it happens")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(type = SchemaType.STRING)))
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void events(
      @QueryParam("study") String study,
      @QueryParam("type") String type,
      @QueryParam("after") String after,
      @HeaderParam("Last-Event-ID") String last,
      @Suspended AsyncResponse unused,
      @Context RoutingContext http) {
    long next = next(last == null ? after : last);
    streams.add(http, filter(study, type), next);
  }

  private static Predicate<Told> filter(String study, String type) {
    return told ->
        (study == null || study.equals(told.study()))
            && (type == null
                || type.equals(told.type())
                || type.endsWith(".") && told.type().startsWith(type));
  }

  private static long next(String after) {
    if (after == null || after.isBlank()) {
      return -1;
    }
    try {
      return Math.max(0, Math.addExact(Long.parseLong(after.strip()), 1));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new BadRequestException(
          "'%s' is no offset: give the id of an event, which is a whole number.".formatted(after));
    }
  }
}
