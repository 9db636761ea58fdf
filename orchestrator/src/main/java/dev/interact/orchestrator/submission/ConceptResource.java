package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.results.Concepts;
import dev.interact.orchestrator.study.ConceptRow;
import dev.interact.orchestrator.study.Library;
import dev.interact.study.Concept;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes concepts, and shows them. */
@Tag(name = "concepts")
@Path("/api/concepts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class ConceptResource {
  private final Submissions submissions;
  private final Library library;
  private final Body body;

  ConceptResource(Submissions submissions, Library library, Body body) {
    this.submissions = submissions;
    this.library = library;
    this.body = body;
  }

  record Stored(String id, String hash) {}

  /** A concept with its quiz; an image by its hash alone. */
  @Operation(summary = "A concept with its quiz")
  @GET
  @Path("/{hash}")
  public JsonNode concept(String hash) {
    if (ConceptRow.count("hash", hash) == 0) {
      throw new NotFoundException("There is no concept " + hash + ".");
    }
    return Concepts.line(library.concept(hash).concept());
  }

  @Operation(summary = "Stores concepts")
  @RequestBodySchema(Concept[].class)
  @POST
  @RolesAllowed(Scope.RUN)
  @Audited("concepts.stored")
  public List<Stored> store(byte[] json) {
    List<Concept> concepts = body.read(json, new TypeReference<>() {});
    submissions.store(concepts);
    return concepts.stream().map(concept -> new Stored(concept.id(), concept.hash())).toList();
  }
}
