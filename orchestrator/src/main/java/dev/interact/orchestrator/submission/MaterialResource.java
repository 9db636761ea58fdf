package dev.interact.orchestrator.submission;

import dev.interact.importer.Field;
import dev.interact.importer.FileReport;
import dev.interact.importer.Import;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportOptions.Labels;
import dev.interact.importer.ImportReport;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Imports a raw file that is sent: its concepts are stored, to be prepared. One at a time, for
 * parsers may take much memory.
 */
@Path("/api/material")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class MaterialResource {
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private final Submissions submissions;

  MaterialResource(Submissions submissions) {
    this.submissions = submissions;
  }

  /** A concept that was stored. */
  record Stored(String id, String domain, String title, String hash) {}

  /**
   * What came of a file.
   *
   * @param notes what is worth knowing about it
   */
  record Imported(List<Stored> concepts, List<String> notes) {}

  @POST
  public synchronized Imported store(
      @QueryParam("name") String name, @QueryParam("domain") String domain, byte[] content)
      throws IOException {
    check(name, domain, content);
    java.nio.file.Path folder = Files.createTempDirectory("interact-import");
    try {
      java.nio.file.Path file = Files.write(folder.resolve(name), content);
      return imported(file, folder.resolve("material"), domain);
    } finally {
      delete(folder);
    }
  }

  private static void check(String name, String domain, byte[] content) {
    if (name == null || !name.matches("[^/\\\\\\p{Cntrl}]{1,200}") || name.startsWith(".")) {
      throw wrong("name", "must be the file's name, without folders, such as poem.txt");
    }
    if (domain == null || domain.isBlank()) {
      throw wrong("domain", "is missing: say which domain the file is of");
    }
    if (content.length > MOST_BYTES) {
      throw wrong(name, "has more than 32 MiB: import it with 'interact import'");
    }
  }

  private Imported imported(java.nio.file.Path file, java.nio.file.Path output, String domain)
      throws IOException {
    ImportOptions options =
        ImportOptions.into(output).with(Labels.NONE.stating(Field.DOMAIN, domain.strip()));
    ImportReport report = Import.of(options).run(List.of(file), progress -> {});
    FileReport one = report.files().getFirst();
    if (report.concepts() == 0) {
      throw wrong(one.file(), one.reason() == null ? "holds nothing to learn" : one.reason());
    }
    List<Concept> concepts = ConceptFiles.material(List.of(output.resolve("material.jsonl")));
    submissions.store(concepts);
    return new Imported(
        concepts.stream()
            .map(
                concept ->
                    new Stored(concept.id(), concept.domain(), concept.title(), concept.hash()))
            .toList(),
        one.notes());
  }

  private static InvalidInput wrong(String field, String message) {
    return new InvalidInput(List.of(new Problem(null, 0, field, message)));
  }

  private static void delete(java.nio.file.Path folder) throws IOException {
    try (Stream<java.nio.file.Path> all = Files.walk(folder)) {
      for (java.nio.file.Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
