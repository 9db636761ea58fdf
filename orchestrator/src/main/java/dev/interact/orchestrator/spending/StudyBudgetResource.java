package dev.interact.orchestrator.spending;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.budget.Accounts;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.status.Statuses;
import dev.interact.orchestrator.status.StudyStatus;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.orchestrator.writer.Writer;
import dev.interact.study.Budget;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Sets what a study may spend. It has the path of the other resources of studies, which would hide
 * a longer one.
 */
@Tag(name = "budgets")
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.RUN)
public class StudyBudgetResource {
  private final Accounts accounts;
  private final Statuses statuses;
  private final Writer writer;
  private final Engine engine;
  private final Caps caps;

  StudyBudgetResource(
      Accounts accounts, Statuses statuses, Writer writer, Engine engine, Caps caps) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.writer = writer;
    this.engine = engine;
    this.caps = caps;
  }

  @Operation(summary = "Sets what a study may spend")
  @RequestBodySchema(Budget.class)
  @PUT
  @Path("/{id}/budget")
  @Audited("study.budget-changed")
  public StudyStatus cap(String id, byte[] json) {
    StudyRow.known(id);
    Budget budget = caps.read(json);
    writer.exclusively(
        () -> {
          accounts.cap(id, budget);
          return null;
        });
    engine.nudge();
    return statuses.of(StudyRow.findById(id));
  }
}
