package dev.interact.orchestrator.compare;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.finding.ArmDifference;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.study.Submission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows what was handed in, where two studies differ, and how two arms do. */
@Tag(name = "studies")
@Path("/api/studies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class CompareResource {
  private final Library library;
  private final Comparisons comparisons;
  private final ObjectMapper json;

  CompareResource(Library library, Comparisons comparisons, ObjectMapper json) {
    this.library = library;
    this.comparisons = comparisons;
    this.json = json;
  }

  @Operation(summary = "What was handed in")
  @GET
  @Path("/{id}/file")
  public FileView file(String id) {
    return FileView.of(id, submission(id));
  }

  /**
   * Where the files of two studies differ, their prompts, and the contents of their concepts.
   *
   * @param with the other study's id
   */
  @Operation(summary = "Where the files of two studies differ")
  @GET
  @Path("/{id}/differences")
  public Page<FieldDifferences.Entry> differences(
      String id, @Parameter(required = true) @RestQuery String with) {
    Submission one = submission(id);
    return Page.all(FieldDifferences.of(tree(one), tree(submission(required("with", with)))));
  }

  private Submission submission(String id) {
    return library.study(StudyRow.known(id).id);
  }

  private ObjectNode tree(Submission submission) {
    ObjectNode tree = json.valueToTree(submission.study());
    ObjectNode contents = tree.putObject("contents");
    submission.concepts().forEach(hash -> contents.put(library.concept(hash).concept().id(), hash));
    tree.set("prompt_templates", json.valueToTree(submission.prompts()));
    return tree;
  }

  /**
   * Accuracy in one arm less that in another, over the concepts that both have.
   *
   * @param a the first arm's id
   * @param b the other arm's
   * @param turn one alone; all where it is left out
   * @param with the study that the other arm is of; the same where it is left out
   */
  @Operation(summary = "The difference of two arms, turn by turn")
  @GET
  @Path("/{id}/comparison")
  public Page<ArmDifference> comparison(
      String id,
      @Parameter(required = true) @RestQuery String a,
      @Parameter(required = true) @RestQuery String b,
      @RestQuery String turn,
      @RestQuery String with) {
    StudyRow study = StudyRow.known(id);
    StudyRow other = with == null ? study : StudyRow.known(with);
    List<ArmDifference> all =
        comparisons.of(
            new Comparisons.Side(study, required("a", a)),
            new Comparisons.Side(other, required("b", b)));
    Integer only = turn == null ? null : number(turn);
    return Page.all(all.stream().filter(one -> only == null || one.turn() == only).toList());
  }

  private static int number(String turn) {
    if (!turn.matches("[0-9]{1,4}")) {
      throw PageRequest.wrong("turn", "must be a whole number from 0, not '%s'".formatted(turn));
    }
    return Integer.parseInt(turn);
  }

  private static String required(String parameter, String value) {
    if (value == null || value.isBlank()) {
      throw PageRequest.wrong(parameter, "is missing");
    }
    return value;
  }
}
