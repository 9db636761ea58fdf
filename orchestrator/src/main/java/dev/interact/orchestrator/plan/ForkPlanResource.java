package dev.interact.orchestrator.plan;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.submission.Forks;
import dev.interact.orchestrator.submission.Submissions;
import dev.interact.study.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what a fork of a dialogue would take; stores nothing. */
@Tag(name = "dialogues")
@Path("/api/dialogues/{id}/forks/plan")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class ForkPlanResource {
  private final Submissions submissions;
  private final Forks forks;
  private final Planner planner;

  ForkPlanResource(Submissions submissions, Forks forks, Planner planner) {
    this.submissions = submissions;
    this.forks = forks;
    this.planner = planner;
  }

  /** Takes what the fork itself would take. */
  @Operation(summary = "What a fork of a dialogue would take; stores nothing")
  @POST
  public StudyPlan plan(String id, byte[] json) {
    Submission fork = forks.of(id, json);
    submissions.check(fork);
    return planner.plan(fork);
  }
}
