package dev.interact.orchestrator.view;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.progress.DialogueRow;
import dev.interact.orchestrator.progress.StepRow;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.results.Answer;
import dev.interact.orchestrator.results.Results;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows a dialogue, and the calls behind it. */
@Tag(name = "dialogues")
@Path("/api/dialogues")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class DialogueResource {
  private static final Comparator<StepRow> AS_IT_HAPPENS =
      Comparator.<StepRow>comparingInt(step -> step.turn).thenComparing(step -> step.kind);

  private final Dialogues dialogues;
  private final Results results;
  private final Library library;

  DialogueResource(Dialogues dialogues, Results results, Library library) {
    this.dialogues = dialogues;
    this.results = results;
    this.library = library;
  }

  @Operation(summary = "What was said in a dialogue, and every mark")
  @GET
  @Path("/{id}")
  public DialogueView dialogue(String id) {
    DialogueRow dialogue = known(id);
    StudyRow study = StudyRow.known(dialogue.study);
    List<Answer> answers = results.answersOf(study, List.of(dialogue));
    return DialogueView.of(
        dialogues.rows(study, List.of(dialogue), answers).getFirst(),
        results.transcriptsOf(study, List.of(dialogue)).getFirst(),
        answers,
        library.concept(dialogue.concept).concept(),
        DialogueRow.forksOf(id));
  }

  @Operation(summary = "The calls behind a dialogue")
  @GET
  @Path("/{id}/calls")
  public Page<CallView> calls(String id) {
    known(id);
    return Page.all(
        CallView.of(StepRow.ofDialogues(List.of(id)).stream().sorted(AS_IT_HAPPENS).toList()));
  }

  private static DialogueRow known(String id) {
    return DialogueRow.<DialogueRow>findByIdOptional(id)
        .orElseThrow(() -> new NotFoundException("There is no dialogue " + id + "."));
  }
}
