package dev.interact.orchestrator.live;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The learning curves of a study, with intervals, by domain or by level of the items. */
@Tag(name = "results")
@Path("/api/studies/{id}/curves")
@RolesAllowed(Scope.READ)
public class CurvesResource {
  private final StudyCurves curves;

  CurvesResource(StudyCurves curves) {
    this.curves = curves;
  }

  /**
   * Curves.
   *
   * @param by domain or level
   */
  @Operation(summary = "The curve of each arm in each domain, or on the items of each level")
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Page<StudyCurves.Sliced> curves(
      String id,
      @Parameter(required = true, schema = @Schema(enumeration = {"domain", "level"})) @RestQuery
          String by) {
    if ("domain".equals(by)) {
      return Page.all(curves.byDomain(id));
    }
    if ("level".equals(by)) {
      return Page.all(curves.byLevel(id));
    }
    throw new BadRequestException("Say by what curves are wanted: ?by=domain or ?by=level.");
  }
}
