package dev.interact.orchestrator.seat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.study.input.InvalidInput;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The seats of people who are students: who runs a study sees all, a person by its secret its own.
 */
@Tag(name = "seats")
@Path("/api/seats")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class SeatResource {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Seats seats;
  private final Engine engine;
  private final Body body;

  SeatResource(Seats seats, Engine engine, Body body) {
    this.seats = seats;
    this.engine = engine;
    this.body = body;
  }

  @Operation(summary = "The seats of a study, with their links")
  @Cache(noStore = true)
  @GET
  @RolesAllowed(Scope.RUN)
  @Audited("seats.listed")
  public SeatList list(
      @Parameter(required = true) @RestQuery String study, @BeanParam PageRequest page) {
    if (study == null) {
      throw InvalidInput.of("study", "is missing: name the study by its id");
    }
    return SeatList.of(study, page.after().orElse(0), page.size());
  }

  /**
   * What is to be seen at a seat; with the state that is shown already, as soon as it is another,
   * and after 20 seconds at the latest.
   */
  @Operation(summary = "What is to be seen at a seat")
  @APIResponseSchema(Shown.class)
  @GET
  @Path("/{secret}")
  @RunOnVirtualThread
  public Response see(String secret, @RestQuery String after) throws InterruptedException {
    String dialogue = seats.dialogue(secret);
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (after != null && seats.state(dialogue).equals(after) && System.nanoTime() < deadline) {
      Thread.sleep(BETWEEN_LOOKS);
    }
    return kept(Response.ok(seats.show(secret))).cookie(Visitors.COOKIE_SET).build();
  }

  /** Answers 409 with what is to be seen where the step is over. */
  @Operation(summary = "Takes what a person gives")
  @RequestBodySchema(Given.class)
  @APIResponseSchema(value = Shown.class, responseCode = "200")
  @APIResponse(
      responseCode = "409",
      description = "The step is over: what is to be seen now",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @POST
  @Path("/{secret}")
  public Response take(String secret, byte[] json) {
    Given given = body.read(json, new TypeReference<>() {});
    Seats.Taken taken = seats.take(secret, given);
    engine.nudge();
    Response.Status status = taken.taken() ? Response.Status.OK : Response.Status.CONFLICT;
    return kept(Response.status(status).entity(taken.shown())).build();
  }

  /** Leaves a seat: the browser may see other pages again. The dialogue stays as it is. */
  @Operation(summary = "Leaves a seat; the dialogue stays as it is")
  @APIResponse(responseCode = "204", description = "Left")
  @DELETE
  @Path("/{secret}")
  public Response leave(String secret) {
    seats.dialogue(secret);
    return kept(Response.noContent()).cookie(Visitors.COOKIE_GONE).build();
  }

  private static Response.ResponseBuilder kept(Response.ResponseBuilder response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
