package dev.interact.orchestrator.check;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.check.CheckStatus.Kind;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks what is recorded of studies; a check goes on in the background. */
@Tag(name = "checks")
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class CheckResource {
  private final Checks checks;

  CheckResource(Checks checks) {
    this.checks = checks;
  }

  @Operation(summary = "Starts to go through a finished study again from what is recorded")
  @APIResponseSchema(
      value = CheckStatus.class,
      responseCode = "202",
      responseDescription = "It has started")
  @POST
  @Path("/{id}/replay")
  @RolesAllowed(Scope.RUN)
  @Audited("study.replayed")
  public Response replay(String id) {
    StudyRow study = StudyRow.known(id);
    if (study.state != StudyRow.State.FINISHED) {
      throw new ClientErrorException(
          "Study %s is not finished (%s); only a finished study can be replayed."
              .formatted(study.name, study.state.name().toLowerCase(Locale.ROOT)),
          Response.Status.CONFLICT);
    }
    return started(id, Kind.REPLAY);
  }

  @Operation(summary = "Starts to grade a study's answers again")
  @APIResponseSchema(
      value = CheckStatus.class,
      responseCode = "202",
      responseDescription = "It has started")
  @POST
  @Path("/{id}/regrade")
  @RolesAllowed(Scope.RUN)
  @Audited("study.graded-again")
  public Response regrade(String id) {
    StudyRow.known(id);
    return started(id, Kind.REGRADE);
  }

  @Operation(summary = "How far a check is, and what it found")
  @GET
  @Path("/{id}/checks/{kind}")
  public CheckStatus status(String id, String kind) {
    return Arrays.stream(Kind.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(kind))
        .findFirst()
        .flatMap(each -> checks.find(id, each))
        .orElseThrow(
            () ->
                new NotFoundException(
                    "There was no such check of study %s since the orchestrator started."
                        .formatted(id)));
  }

  private Response started(String id, Kind kind) {
    return Response.accepted(checks.start(id, kind)).build();
  }
}
