package dev.interact.orchestrator.access;

import dev.interact.orchestrator.rest.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says to whom is refused why, and what to do. */
class Refusals {
  static final String NO_SUCH_KEY =
      "This key is not known here: it is wrong, has expired or was revoked.";

  private static final String NO_KEY =
      "Nobody gets in here without a key. Programs send it as 'Authorization: Bearer KEY', the"
          + " command line takes it from INTERACT_API_KEY, the page asks for it.";

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final SecurityIdentity identity;

  Refusals(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerExceptionMapper
  Uni<Response> unknown(UnauthorizedException refusal, RoutingContext http) {
    return http.<HttpAuthenticator>get(HttpAuthenticator.class.getName())
        .getChallenge(http)
        .map(
            challenge ->
                challenge.status == UNAUTHORIZED ? unauthorized(NO_KEY) : elsewhere(challenge));
  }

  @ServerExceptionMapper
  Response wrong(AuthenticationFailedException refusal) {
    return unauthorized(NO_SUCH_KEY);
  }

  @ServerExceptionMapper
  Response tooLittle(ForbiddenException refusal, ResourceInfo resource) {
    return Problems.response(FORBIDDEN, "Forbidden", sentence(resource, Caller.of(identity)));
  }

  private static String sentence(ResourceInfo resource, Caller caller) {
    RolesAllowed needed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (needed == null) {
      needed = resource.getResourceClass().getAnnotation(RolesAllowed.class);
    }
    String scope = needed == null ? "another" : "'" + needed.value()[0] + "'";
    return caller.scope() == null
        ? "%s is known here, but has no role that gives a scope; this takes the scope %s."
            .formatted(caller.name(), scope)
        : "This takes the scope %s; '%s' has the scope '%s'."
            .formatted(scope, caller.name(), caller.scope());
  }

  private static Response unauthorized(String sentence) {
    Response problem = Problems.response(UNAUTHORIZED, "Not signed in", sentence);
    return Response.fromResponse(problem).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build();
  }

  private static Response elsewhere(ChallengeData challenge) {
    Response.ResponseBuilder response = Response.status(challenge.status);
    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
    return response.build();
  }
}
