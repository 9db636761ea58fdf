package dev.interact.orchestrator.view;

import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Lists the dialogues of a study. */
@Path("/api/studies")
@Produces(DialoguesResource.JSON)
public class DialoguesResource {
  /** Whoever says nothing of what he takes gets lines. */
  static final String JSON = MediaType.APPLICATION_JSON + ";qs=0.5";

  private final Dialogues dialogues;

  DialoguesResource(Dialogues dialogues) {
    this.dialogues = dialogues;
  }

  @GET
  @Path("/{id}/dialogues")
  public Page<Row> list(String id, @BeanParam Filter filter, @BeanParam PageRequest page) {
    return dialogues.page(StudyRow.known(id), filter, page);
  }
}
