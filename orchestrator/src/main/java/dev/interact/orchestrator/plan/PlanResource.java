package dev.interact.orchestrator.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.submission.Submissions;
import dev.interact.study.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what a study would take; stores nothing. */
@Tag(name = "studies")
@Path("/api/plans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class PlanResource {
  private final Submissions submissions;
  private final Planner planner;
  private final Body body;

  PlanResource(Submissions submissions, Planner planner, Body body) {
    this.submissions = submissions;
    this.planner = planner;
    this.body = body;
  }

  @Operation(summary = "What a study would take; stores nothing")
  @RequestBodySchema(Submission.class)
  @POST
  public StudyPlan plan(byte[] json) {
    Submission submission = body.read(json, new TypeReference<>() {});
    submissions.check(submission);
    return planner.plan(submission);
  }
}
