package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.preparation.PreparationDesk;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.preparation.order.Made;
import dev.interact.preparation.order.PreparationOrder;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands in preparations, and hands out what they have made; the rest is as of studies. */
@Tag(name = "preparations")
@Path("/api/preparations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class PreparationResource {
  private final PreparationSubmissions submissions;
  private final PreparationDesk desk;
  private final Statuses statuses;
  private final Engine engine;
  private final Body body;
  private final ObjectMapper json;

  PreparationResource(
      PreparationSubmissions submissions,
      PreparationDesk desk,
      Statuses statuses,
      Engine engine,
      Body body,
      ObjectMapper json) {
    this.submissions = submissions;
    this.desk = desk;
    this.statuses = statuses;
    this.engine = engine;
    this.body = body;
    this.json = json;
  }

  @Operation(summary = "Hands in a preparation, or resumes it")
  @RequestBodySchema(PreparationOrder.class)
  @APIResponseSchema(value = StudyStatus.class, responseDescription = "It was known")
  @APIResponse(
      responseCode = "201",
      description = "It is new",
      content = @Content(schema = @Schema(implementation = StudyStatus.class)))
  @POST
  @RolesAllowed(Scope.RUN)
  @Audited("preparation.submitted")
  public Response submit(byte[] content) {
    PreparationOrder order = body.read(content, new TypeReference<>() {});
    boolean isNew;
    synchronized (submissions) {
      isNew = submissions.submit(order);
    }
    engine.nudge();
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .entity(statuses.of(find(order.id())))
        .build();
  }

  /** Those of its concepts that are over, a {@link Made} a line. */
  @Operation(summary = "What a preparation has made so far, a concept a line")
  @GET
  @Path("/{id}/concepts")
  @Produces("application/x-ndjson")
  @Audited("preparation.exported")
  public StreamingOutput concepts(String id) {
    find(id);
    return out -> desk.made(id, made -> write(made, out));
  }

  private void write(Made made, OutputStream out) {
    try {
      out.write(json.writeValueAsBytes(made));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StudyRow find(String id) {
    return StudyRow.<StudyRow>find("id = ?1 and kind = ?2", id, StudyRow.Kind.PREPARATION)
        .firstResultOptional()
        .orElseThrow(() -> new NotFoundException("There is no preparation " + id + "."));
  }
}
