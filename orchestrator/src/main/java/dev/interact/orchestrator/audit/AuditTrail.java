package dev.interact.orchestrator.audit;

import dev.interact.orchestrator.access.Caller;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down who does what: that it is asked for before it is done, so that nothing is done that
 * is not in the log, and then what became of it.
 */
class AuditTrail {
  private static final String ENTRY = "interact.audit";

  /** What a path may name; a seat's secret is no subject. */
  private static final List<String> NAMES = List.of("id", "alias", "owner", "hash");

  private final SecurityIdentity identity;

  AuditTrail(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerRequestFilter
  void begins(ContainerRequestContext request, ResourceInfo resource) {
    Audited audited = resource.getResourceMethod().getAnnotation(Audited.class);
    if (audited != null) {
      Caller caller = Caller.of(identity);
      AuditRow row =
          new AuditRow(
              caller.id(),
              caller.name(),
              audited.value(),
              named(request.getUriInfo().getPathParameters()));
      QuarkusTransaction.requiringNew().run(row::persist);
      request.setProperty(ENTRY, row.id);
    }
  }

  private static String named(MultivaluedMap<String, String> parameters) {
    return NAMES.stream()
        .map(parameters::getFirst)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @ServerResponseFilter
  void ends(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(ENTRY) instanceof Long entry) {
      String subject = response.getEntity() instanceof Subject made ? made.subject() : null;
      QuarkusTransaction.requiringNew()
          .run(() -> AuditRow.ended(entry, subject, response.getStatus()));
    }
  }
}
