package dev.interact.orchestrator.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.interact.importer.Field;
import dev.interact.importer.Import;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportOptions.Labels;
import dev.interact.importer.Upload;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.study.Concept;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Imports a raw file that is sent: its concepts are stored, to be prepared. One at a time, for
 * parsers may take much memory.
 */
@Tag(name = "preparations")
@Path("/api/material")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RolesAllowed(Scope.RUN)
public class MaterialResource {
  private static final int LONGEST_NAME = 200;
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final Submissions submissions;

  MaterialResource(Submissions submissions) {
    this.submissions = submissions;
  }

  /** A concept that was stored. */
  record Stored(String id, String domain, String title, String hash) {
    static Stored of(Concept concept) {
      return new Stored(concept.id(), concept.domain(), concept.title(), concept.hash());
    }
  }

  /**
   * What came of a file.
   *
   * @param notes what is worth knowing about it
   */
  record Imported(List<Stored> concepts, List<String> notes) {}

  @Operation(summary = "Imports a raw file and stores its concepts")
  @POST
  @Audited("material.read")
  public synchronized Imported store(
      @Parameter(required = true) @QueryParam("name") String name,
      @Parameter(required = true) @QueryParam("domain") String domain,
      byte[] content)
      throws IOException {
    check(name, domain, content);
    Upload upload =
        Import.upload(
            name,
            content,
            ImportOptions.into(java.nio.file.Path.of(""))
                .with(Labels.NONE.stating(Field.DOMAIN, domain.strip())));
    if (upload.concepts().isEmpty()) {
      String reason = upload.report().reason();
      throw wrong(name, reason == null ? "holds nothing to learn" : reason);
    }
    submissions.store(upload.concepts());
    return new Imported(
        upload.concepts().stream().map(Stored::of).toList(), upload.report().notes());
  }

  private static void check(String name, String domain, byte[] content) {
    if (name == null
        || name.getBytes(UTF_8).length > LONGEST_NAME
        || !name.matches("[^/\\\\\\p{Cntrl}]+")
        || name.startsWith(".")) {
      throw wrong(
          "name",
          "must be the file's name, without folders, of 200 bytes at most, such as poem.txt");
    }
    if (domain == null || domain.isBlank()) {
      throw wrong("domain", "is missing: say which domain the file is of");
    }
    if (content.length > MOST_BYTES) {
      throw wrong(name, "has more than 32 MiB: import it with 'interact import'");
    }
  }

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(List.of(new Problem(null, 0, field, message)));
  }
}
