package dev.interact.orchestrator.live;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The learning curves of a study, with intervals, by domain or by level of the items. */
@Path("/api/studies/{id}/curves")
public class CurvesResource {
  private final StudyCurves curves;

  CurvesResource(StudyCurves curves) {
    this.curves = curves;
  }

  /** All that was asked for. */
  public record Body(List<StudyCurves.Sliced> items) {}

  /**
   * Curves.
   *
   * @param by domain or level
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Body curves(String id, @QueryParam("by") String by) {
    if ("domain".equals(by)) {
      return new Body(curves.byDomain(id));
    }
    if ("level".equals(by)) {
      return new Body(curves.byLevel(id));
    }
    throw new BadRequestException("Say by what curves are wanted: ?by=domain or ?by=level.");
  }
}
