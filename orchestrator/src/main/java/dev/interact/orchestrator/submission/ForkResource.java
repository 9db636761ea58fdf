package dev.interact.orchestrator.submission;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forks a recorded dialogue: a study of its own, whose beginning is in the ledger already. */
@Tag(name = "dialogues")
@Path("/api/dialogues")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.RUN)
public class ForkResource {
  private final Submissions submissions;
  private final Statuses statuses;
  private final Forks forks;
  private final Engine engine;

  ForkResource(Submissions submissions, Statuses statuses, Forks forks, Engine engine) {
    this.submissions = submissions;
    this.statuses = statuses;
    this.forks = forks;
    this.engine = engine;
  }

  /** The same fork again is the same study. */
  @Operation(summary = "Forks a dialogue: a study of its own")
  @RequestBodySchema(ForkOrder.class)
  @APIResponseSchema(value = StudyStatus.class, responseDescription = "It was known")
  @APIResponse(
      responseCode = "201",
      description = "It is new",
      content = @Content(schema = @Schema(implementation = StudyStatus.class)))
  @POST
  @Path("/{id}/forks")
  @Audited(value = "dialogue.forked", makes = true)
  public Response fork(String id, byte[] json) {
    Submission submission;
    boolean isNew;
    synchronized (submissions) {
      submission = forks.of(id, json);
      isNew = submissions.submit(submission);
    }
    engine.nudge();
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .location(URI.create("/api/studies/" + submission.id()))
        .entity(statuses.of(StudyRow.known(submission.id())))
        .build();
  }
}
