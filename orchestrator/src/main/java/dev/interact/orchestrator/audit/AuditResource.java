package dev.interact.orchestrator.audit;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Shows who did what. */
@Tag(name = "access")
@Path("/api/audit-log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.ADMIN)
public class AuditResource {

  /**
   * Somebody did something.
   *
   * @param who an id that stays: {@code key:} and its id, {@code oidc:} and the subject, or {@code
   *     anyone}
   * @param name of that caller
   * @param subject of a study its id; null where there is none
   * @param status of HTTP; null where no answer was given
   */
  record Entry(
      long id, Instant at, String who, String name, String action, String subject, Integer status) {
    static Entry of(AuditRow row) {
      return new Entry(row.id, row.at, row.who, row.name, row.action, row.subject, row.status);
    }
  }

  /**
   * Newest first.
   *
   * @param subject what alone is wanted
   * @param who whose alone is wanted
   */
  @Operation(summary = "Who started, changed, cancelled or exported what, newest first")
  @GET
  public Page<Entry> list(
      @RestQuery String subject, @RestQuery String who, @BeanParam PageRequest page) {
    AuditRow.Wanted wanted = new AuditRow.Wanted(subject, who);
    return Page.of(
            AuditRow.newestFirst(wanted, page.after().orElse(Long.MAX_VALUE), page.size()),
            page,
            row -> row.id)
        .map(rows -> rows.stream().map(Entry::of).toList());
  }
}
