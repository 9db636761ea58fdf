package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Submission;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
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
public class ForkResource {
  private static final int MOST = 1_000;

  private final Submissions submissions;
  private final Statuses statuses;
  private final Library library;
  private final Engine engine;
  private final Body body;

  ForkResource(
      Submissions submissions, Statuses statuses, Library library, Engine engine, Body body) {
    this.submissions = submissions;
    this.statuses = statuses;
    this.library = library;
    this.engine = engine;
    this.body = body;
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
  public Response fork(String id, byte[] json) {
    DialogueRow dialogue =
        DialogueRow.<DialogueRow>findByIdOptional(id)
            .orElseThrow(() -> new NotFoundException("There is no dialogue " + id + "."));
    ForkOrder order = body.read(json, new TypeReference<>() {});
    Submission submission;
    boolean isNew;
    synchronized (submissions) {
      submission = numbered(order, dialogue);
      isNew = submissions.submit(submission);
    }
    engine.nudge();
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .location(URI.create("/api/studies/" + submission.id()))
        .entity(statuses.of(StudyRow.known(submission.id())))
        .build();
  }

  /** The number of a fork is the first under which no other study is known. */
  private Submission numbered(ForkOrder order, DialogueRow dialogue) {
    Submission of = library.study(dialogue.study);
    for (int number = 1; number <= MOST; number++) {
      String name = "%s-fork-%d".formatted(of.study().name(), number);
      Submission fork = order.study(of, dialogue, name);
      if (StudyRow.count("id", fork.id()) > 0 || StudyRow.count("name", name) == 0) {
        return fork;
      }
    }
    throw new ClientErrorException(
        "Study %s has %d forks already.".formatted(of.study().name(), MOST),
        Response.Status.CONFLICT);
  }
}
