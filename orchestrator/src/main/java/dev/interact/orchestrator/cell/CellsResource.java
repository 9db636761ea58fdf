package dev.interact.orchestrator.cell;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the arms of a study side by side, while it runs as well. */
@Tag(name = "results")
@Path("/api/studies/{id}/cells")
@RolesAllowed(Scope.READ)
public class CellsResource {
  private final Cells cells;

  CellsResource(Cells cells) {
    this.cells = cells;
  }

  @Operation(summary = "How far each arm is, what it costs and what it has learned")
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Page<Cells.Cell> cells(String id) {
    return Page.all(cells.of(StudyRow.known(id)));
  }
}
