package dev.interact.orchestrator.audit;

import dev.interact.orchestrator.access.Caller;
import dev.interact.orchestrator.access.Keys;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Writes down who does what: that it is asked for before it is done, so that nothing is done that
 * is not in the log, and then what became of it.
 */
class AuditTrail {
  private static final Logger LOG = Logger.getLogger(AuditTrail.class);
  private static final String ENTRY = "interact.audit";
  private static final String STUDY = "study";

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
      String subject = audited.makes() ? null : named(request.getUriInfo());
      AuditRow row = new AuditRow(caller.id(), caller.name(), audited.value(), subject);
      QuarkusTransaction.requiringNew().run(row::persist);
      request.setProperty(ENTRY, row.id);
    }
  }

  private static String named(UriInfo address) {
    return Stream.concat(
            NAMES.stream().map(address.getPathParameters()::getFirst),
            Stream.of(STUDY).map(address.getQueryParameters()::getFirst))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Keys::idOf)
        .orElse(null);
  }

  /** An answer that could not be written down is given all the same: what it says was done. */
  @ServerResponseFilter
  void ends(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(ENTRY) instanceof Long entry) {
      request.removeProperty(ENTRY);
      String subject = response.getEntity() instanceof Subject made ? made.subject() : null;
      try {
        QuarkusTransaction.requiringNew()
            .run(() -> AuditRow.ended(entry, subject, response.getStatus()));
      } catch (RuntimeException e) {
        LOG.warnf("entry %d of the audit log stays without its status: %s", entry, e);
      }
    }
  }
}
