package dev.interact.orchestrator.results;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out a study's results; before it is finished, those of the dialogues that are over. */
@Tag(name = "results")
@Path("/api/studies")
@RolesAllowed(Scope.READ)
public class ResultsResource {
  private static final String JSON_LINES = "application/x-ndjson";

  private final Results results;
  private final Concepts concepts;
  private final Audits audits;
  private final Preferences preferences;
  private final Summaries summaries;
  private final Manifest manifest;
  private final ObjectMapper json;

  ResultsResource(
      Results results,
      Concepts concepts,
      Audits audits,
      Preferences preferences,
      Summaries summaries,
      Manifest manifest,
      ObjectMapper json) {
    this.results = results;
    this.concepts = concepts;
    this.audits = audits;
    this.preferences = preferences;
    this.summaries = summaries;
    this.manifest = manifest;
    this.json = json;
  }

  @Operation(summary = "The results in brief")
  @GET
  @Path("/{id}/summary")
  @Produces(MediaType.APPLICATION_JSON)
  public Summary summary(String id) {
    return summaries.of(StudyRow.known(id));
  }

  @Operation(summary = "Where the results come from")
  @GET
  @Path("/{id}/manifest")
  @Produces(MediaType.APPLICATION_JSON)
  @Transactional
  public Manifest.Content manifest(String id) {
    return manifest.of(StudyRow.known(id));
  }

  @Operation(summary = "What became of each item after each turn, a line each")
  @GET
  @Path("/{id}/answers")
  @Produces(JSON_LINES)
  @Audited("answers.exported")
  public StreamingOutput answers(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> results.answers(study, sink::accept));
  }

  @Operation(summary = "Everything that was said, a dialogue a line")
  @GET
  @Path("/{id}/dialogues")
  @Produces(JSON_LINES)
  @Audited("dialogues.exported")
  public StreamingOutput dialogues(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> results.transcripts(study, sink::accept));
  }

  @Operation(summary = "The concepts, one a line")
  @GET
  @Path("/{id}/concepts")
  @Produces(JSON_LINES)
  @Audited("concepts.exported")
  public StreamingOutput concepts(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> concepts.of(study, sink::accept));
  }

  @Operation(summary = "Every call with its attempts, a line for each dialogue that needed it")
  @GET
  @Path("/{id}/calls")
  @Produces(JSON_LINES)
  @Audited("calls.exported")
  public StreamingOutput calls(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> results.calls(study, sink::accept));
  }

  @Operation(summary = "What teachers have told, an arm and turn a line")
  @GET
  @Path("/{id}/audit")
  @Produces(JSON_LINES)
  @Audited("audit-sheet.exported")
  public StreamingOutput audit(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> audits.of(study, sink::accept));
  }

  @Operation(summary = "Pairs of questions for DPO")
  @GET
  @Path("/{id}/preferences")
  @Produces(JSON_LINES)
  @Audited("preferences.exported")
  public StreamingOutput preferences(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> preferences.pairs(study, sink::accept));
  }

  @Operation(summary = "Chats that end with the best question")
  @GET
  @Path("/{id}/sft")
  @Produces(JSON_LINES)
  @Audited("sft.exported")
  public StreamingOutput sft(String id) {
    StudyRow study = StudyRow.known(id);
    return lines(sink -> preferences.examples(study, sink::accept));
  }

  private StreamingOutput lines(Consumer<Consumer<Object>> source) {
    return output -> source.accept(line -> write(output, line));
  }

  private void write(OutputStream output, Object line) {
    try {
      output.write(json.writeValueAsBytes(line));
      output.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
