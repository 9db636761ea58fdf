package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.progress.Progress;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.Control;
import dev.interact.orchestrator.study.Lifecycle;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.study.Submission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Hands in studies and controls them. */
@Tag(name = "studies")
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class StudyResource {
  private final Submissions submissions;
  private final Statuses statuses;
  private final Engine engine;
  private final Writer writer;
  private final Progress progress;
  private final Lifecycle lifecycle;
  private final Body body;

  StudyResource(
      Submissions submissions,
      Statuses statuses,
      Engine engine,
      Writer writer,
      Progress progress,
      Lifecycle lifecycle,
      Body body) {
    this.writer = writer;
    this.progress = progress;
    this.lifecycle = lifecycle;
    this.submissions = submissions;
    this.statuses = statuses;
    this.engine = engine;
    this.body = body;
  }

  @Operation(summary = "Hands in a study, or resumes it")
  @RequestBodySchema(Submission.class)
  @APIResponseSchema(value = StudyStatus.class, responseDescription = "It was known")
  @APIResponse(
      responseCode = "201",
      description = "It is new",
      content = @Content(schema = @Schema(implementation = StudyStatus.class)))
  @POST
  @RolesAllowed(Scope.RUN)
  @Audited("study.submitted")
  public Response submit(byte[] json) {
    Submission submission = body.read(json, new TypeReference<>() {});
    boolean isNew;
    synchronized (submissions) {
      isNew = submissions.submit(submission);
    }
    engine.nudge();
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .entity(status(submission.id()))
        .build();
  }

  /**
   * Studies and preparations, newest first.
   *
   * @param state running, paused, finished or cancelled
   * @param q a part of the name, or the beginning of the id
   */
  @Operation(summary = "Studies and preparations, newest first")
  @GET
  public Page<StudyStatus> list(
      @Parameter(schema = @Schema(enumeration = {"running", "paused", "finished", "cancelled"}))
          @RestQuery
          String state,
      @RestQuery String q,
      @BeanParam PageRequest page) {
    StudyList list = new StudyList(state, q);
    return Page.of(list.page(page), page, study -> study.id)
        .map(studies -> studies.stream().map(statuses::of).toList())
        .withTotal(list.count());
  }

  @Operation(summary = "How far a study is")
  @GET
  @Path("/{id}")
  public StudyStatus status(String id) {
    return statuses.of(StudyRow.known(id));
  }

  @Operation(summary = "Sends no more of its calls until it is resumed")
  @POST
  @Path("/{id}/pause")
  @RolesAllowed(Scope.RUN)
  @Audited("study.paused")
  public StudyStatus pause(String id) {
    return apply(id, Control.PAUSE);
  }

  @Operation(summary = "Goes on with it, also after a cancellation")
  @POST
  @Path("/{id}/resume")
  @RolesAllowed(Scope.RUN)
  @Audited("study.resumed")
  public StudyStatus resume(String id) {
    return apply(id, Control.RESUME);
  }

  @Operation(summary = "Stops it until it is resumed")
  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Scope.RUN)
  @Audited("study.cancelled")
  public StudyStatus cancel(String id) {
    return apply(id, Control.CANCEL);
  }

  private StudyStatus apply(String id, Control control) {
    StudyStatus status =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  lifecycle.apply(id, control);
                  return statuses.of(StudyRow.known(id));
                });
    engine.nudge();
    return status;
  }

  @Operation(summary = "Runs its failed dialogues again where they failed")
  @POST
  @Path("/{id}/retry")
  @RolesAllowed(Scope.RUN)
  @Audited("study.retried")
  public StudyStatus retry(String id) {
    writer.exclusively(
        () -> {
          StudyRow.known(id);
          progress.retryPreparations(id);
          return null;
        });
    Optional<String> last = Optional.of("");
    while (last.isPresent()) {
      String after = last.get();
      last = writer.exclusively(() -> progress.retry(id, after));
    }
    engine.nudge();
    return status(id);
  }
}
