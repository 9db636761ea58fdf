package dev.interact.orchestrator.submission;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.rest.Body;
import dev.interact.study.Concept;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Takes concepts. */
@Path("/api/concepts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ConceptResource {
  private final Submissions submissions;
  private final Body body;

  ConceptResource(Submissions submissions, Body body) {
    this.submissions = submissions;
    this.body = body;
  }

  record Stored(String id, String hash) {}

  @POST
  public List<Stored> store(byte[] json) {
    List<Concept> concepts = body.read(json, new TypeReference<>() {});
    submissions.store(concepts);
    return concepts.stream().map(concept -> new Stored(concept.id(), concept.hash())).toList();
  }
}
