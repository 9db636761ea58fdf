package dev.interact.orchestrator.study;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.engine.Engine;
import dev.interact.orchestrator.rest.Body;
import dev.interact.study.Concept;
import dev.interact.study.Submission;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Hands in concepts and studies, and controls them. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class StudyResource {
  private final Submissions submissions;
  private final Statuses statuses;
  private final Engine engine;
  private final Body body;

  StudyResource(Submissions submissions, Statuses statuses, Engine engine, Body body) {
    this.submissions = submissions;
    this.statuses = statuses;
    this.engine = engine;
    this.body = body;
  }

  record Stored(String id, String hash) {}

  @POST
  @Path("/concepts")
  List<Stored> store(byte[] json) {
    List<Concept> concepts = body.read(json, new TypeReference<>() {});
    submissions.store(concepts);
    return concepts.stream().map(concept -> new Stored(concept.id(), concept.hash())).toList();
  }

  @POST
  @Path("/studies")
  Response submit(byte[] json) {
    Submission submission = body.read(json, new TypeReference<>() {});
    boolean isNew = submissions.submit(submission);
    engine.nudge();
    return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
        .entity(status(submission.id()))
        .build();
  }

  @GET
  @Path("/studies")
  List<StudyStatus> list() {
    return StudyRow.<StudyRow>list("order by created desc").stream().map(statuses::of).toList();
  }

  @GET
  @Path("/studies/{id}")
  StudyStatus status(String id) {
    return statuses.of(find(id));
  }

  @POST
  @Path("/studies/{id}/pause")
  @Transactional
  StudyStatus pause(String id) {
    StudyRow study = find(id);
    study.pause();
    return statuses.of(study);
  }

  @POST
  @Path("/studies/{id}/resume")
  @Transactional
  StudyStatus resume(String id) {
    StudyRow study = find(id);
    study.resume();
    engine.nudge();
    return statuses.of(study);
  }

  private static StudyRow find(String id) {
    return StudyRow.<StudyRow>findByIdOptional(id)
        .orElseThrow(() -> new NotFoundException("There is no study " + id + "."));
  }
}
