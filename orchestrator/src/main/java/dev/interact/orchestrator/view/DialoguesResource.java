package dev.interact.orchestrator.view;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the dialogues of a study, and looks for words in them. */
@Tag(name = "dialogues")
@Path("/api/studies")
@Produces(DialoguesResource.JSON)
@RolesAllowed(Scope.READ)
public class DialoguesResource {
  /** Whoever says nothing of what he takes gets lines. */
  static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.5";

  private final Dialogues dialogues;

  DialoguesResource(Dialogues dialogues) {
    this.dialogues = dialogues;
  }

  @Operation(summary = "The dialogues of a study in brief")
  @GET
  @Path("/{id}/dialogues")
  public Page<Row> list(String id, @BeanParam Filter filter, @BeanParam PageRequest page) {
    return dialogues.page(StudyRow.known(id), filter, page);
  }

  /** Looks for words in questions and answers. */
  @Operation(summary = "Looks for words in questions and answers")
  @GET
  @Path("/{id}/search")
  @Produces(MediaType.APPLICATION_JSON)
  public Page<Search.Hit> search(String id, @BeanParam Sought sought, @BeanParam PageRequest page) {
    StudyRow study = StudyRow.known(id);
    sought.check();
    return new Search(sought).page(study.id, page);
  }
}
