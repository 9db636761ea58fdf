package dev.interact.orchestrator.access;

import dev.interact.orchestrator.rest.Problems;
import io.quarkus.security.AuthenticationCompletionException;
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
import java.net.URI;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says to whom is refused why, and what to do. */
class Refusals {
  static final String NO_SUCH_KEY =
      "This key is not known here: it is wrong, has expired or was revoked.";

  private static final String NO_KEY =
      "Nobody gets in here without a key. Programs send it as 'Authorization: Bearer KEY', the"
          + " command line takes it from INTERACT_API_KEY, the page asks for it.";

  private static final String NO_PROVIDER =
      "The provider that people sign in at does not answer. Try again later, or use a key.";

  /** The page's words for it are in sign-in.ts. */
  private static final String NOT_SIGNED_IN = "sign-in=refused";

  private static final Logger LOG = Logger.getLogger(Refusals.class);
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;
  private static final int FORBIDDEN = 403;

  private final SecurityIdentity identity;

  Refusals(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerExceptionMapper
  Uni<Response> unknown(UnauthorizedException refusal, RoutingContext http) {
    return challenged(http, NO_KEY);
  }

  @ServerExceptionMapper
  Uni<Response> wrong(AuthenticationFailedException refusal, RoutingContext http) {
    return challenged(http, NO_SUCH_KEY);
  }

  /** The provider said no, or what came from it cannot be used: the page says so. */
  @ServerExceptionMapper
  Response refused(AuthenticationCompletionException refusal) {
    LOG.warnf("somebody could not be signed in by the provider: %s", refusal.getMessage());
    return Response.seeOther(URI.create("/?" + NOT_SIGNED_IN)).build();
  }

  /** From one address a browser is led to the provider; all else is told in a sentence. */
  private static Uni<Response> challenged(RoutingContext http, String sentence) {
    return http.<HttpAuthenticator>get(HttpAuthenticator.class.getName())
        .getChallenge(http)
        .map(
            challenge ->
                challenge.status == UNAUTHORIZED ? unauthorized(sentence) : elsewhere(challenge))
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("the provider of OpenID Connect cannot be asked: %s", failure.getMessage());
              return Problems.response(UNAVAILABLE, "Not signed in", NO_PROVIDER);
            });
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
