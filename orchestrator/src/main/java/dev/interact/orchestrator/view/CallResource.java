package dev.interact.orchestrator.view;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.dispatch.Requests;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.StepRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows a call with its prompt. */
@Tag(name = "dialogues")
@Path("/api/calls")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class CallResource {
  private final Requests requests;

  CallResource(Requests requests) {
    this.requests = requests;
  }

  /** The call as the first that needed it did; its place in other dialogues may be another. */
  @Operation(summary = "A call with its prompt and its reply")
  @GET
  @Path("/{key}")
  @Transactional
  public PromptView call(String key) {
    CallRow call = CallRow.<CallRow>findByIdOptional(key).orElseThrow(() -> missing(key));
    StepRow step = StepRow.of(List.of(key)).stream().findFirst().orElseThrow(() -> missing(key));
    return new PromptView(
        CallView.of(List.of(step)).getFirst(),
        PromptView.messages(requests.of(call, step)),
        call.reply);
  }

  private static NotFoundException missing(String key) {
    return new NotFoundException("There is no call " + key + ".");
  }
}
