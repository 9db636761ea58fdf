package dev.interact.orchestrator.results;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.study.StudyRow;
import dev.interact.tables.Format;
import dev.interact.tables.Rows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Hands out a study's results as tables, a file each, as {@code interact export} writes them. */
@Tag(name = "results")
@Path("/api/studies/{id}/tables")
@RolesAllowed(Scope.READ)
public class TablesResource {
  private final TableRows rows;

  TablesResource(TableRows rows) {
    this.rows = rows;
  }

  /**
   * A table of a study, as far as its dialogues are over.
   *
   * @param format csv, jsonl or parquet
   * @throws NotFoundException if there is no such study, table or format
   */
  @Operation(summary = "A table of the results as a file: csv, jsonl or parquet")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/vnd.apache.parquet",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @GET
  @Path("/{table}.{format}")
  @Audited("table.exported")
  public Response table(String id, String table, String format) {
    StudyRow study = StudyRow.known(id);
    ResultTable of = ResultTable.of(table).orElseThrow(() -> noTable(table));
    Format as = Format.of(format).orElseThrow(() -> noFormat(format));
    String file = "%s-%s.%s".formatted(study.name, table, as.ending());
    StreamingOutput content = output -> write(study, of, as.open(of.tidy(), output));
    return Response.ok(content, as.mediaType())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
        .build();
  }

  private void write(StudyRow study, ResultTable table, Rows file) throws IOException {
    try (file) {
      rows.of(
          study,
          table,
          row -> {
            try {
              file.write(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static NotFoundException noTable(String name) {
    return new NotFoundException(
        "There is no table '%s'; there are %s.".formatted(name, ResultTable.names()));
  }

  private static NotFoundException noFormat(String ending) {
    return new NotFoundException(
        "There is no format '%s'; there are %s."
            .formatted(
                ending,
                Stream.of(Format.values()).map(Format::ending).collect(Collectors.joining(", "))));
  }
}
