package dev.interact.orchestrator.access;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.rest.Body;
import dev.interact.study.input.InvalidInput;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Who is signed in with this browser. */
@Tag(name = "access")
@Path("/api/session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class SessionResource {
  /** From here a browser is led to the provider of OpenID Connect, and comes back to the page. */
  static final String START = "/api/session/start";

  private final Access access;
  private final Keys keys;
  private final Body body;
  private final SecurityIdentity identity;

  SessionResource(Access access, Keys keys, Body body, SecurityIdentity identity) {
    this.access = access;
    this.keys = keys;
    this.body = body;
    this.identity = identity;
  }

  /**
   * Who asks.
   *
   * @param open whether everybody may do everything
   * @param name null where nobody is signed in
   * @param scope monitor, read, run or admin; null where nothing is allowed
   * @param until when the session ends; null where that is not known
   * @param provider what the provider of OpenID Connect is called; null where there is none
   */
  record Session(boolean open, String name, String scope, Instant until, String provider) {}

  /** A key, to sign in with. */
  record Shown(String key) {}

  @Operation(summary = "Who is signed in, and how one signs in")
  @GET
  public Response session(@Context HttpServerRequest http) {
    Optional<Caller> caller = caller();
    Response.ResponseBuilder answer = kept(Response.ok(of(caller.orElse(null))));
    return caller.isPresent() ? answer.build() : answer.cookie(SessionCookie.gone(http)).build();
  }

  private Session of(Caller caller) {
    return caller == null
        ? new Session(false, null, null, null, access.provider())
        : new Session(
            access.isOpen(), caller.name(), caller.scope(), caller.until(), access.provider());
  }

  @Operation(summary = "Signs a browser in with a key")
  @RequestBodySchema(Shown.class)
  @APIResponseSchema(value = Session.class, responseCode = "200")
  @POST
  public Response signIn(byte[] json, @Context HttpServerRequest http) {
    Shown shown = body.read(json, new TypeReference<>() {});
    if (shown.key() == null) {
      throw InvalidInput.of("key", "is missing");
    }
    Caller caller =
        keys.holder(shown.key().strip())
            .orElseThrow(() -> new NotAuthorizedException(Refusals.NO_SUCH_KEY, "Bearer"));
    Keys.Made made = keys.signIn(caller);
    return kept(Response.ok(of(caller)))
        .cookie(SessionCookie.of(made.text(), made.row().expires, http))
        .build();
  }

  @Operation(summary = "Signs a browser out")
  @APIResponse(responseCode = "204", description = "Nobody is signed in now")
  @DELETE
  public Response signOut(@Context HttpServerRequest http) {
    Cookie session = http.getCookie(SessionCookie.NAME);
    if (session != null) {
      Token.parse(session.getValue()).ifPresent(keys::endSession);
    }
    return kept(Response.noContent()).cookie(SessionCookie.gone(http)).build();
  }

  /** Nobody, too, where a session of the provider has ended. */
  private Optional<Caller> caller() {
    try {
      return Optional.ofNullable(Caller.of(identity));
    } catch (AuthenticationFailedException e) {
      return Optional.empty();
    }
  }

  @Operation(summary = "Signs a browser in with the provider of OpenID Connect")
  @APIResponse(responseCode = "303", description = "Signed in; back to the page")
  @GET
  @Path("/start")
  @Authenticated
  public Response start(@RestQuery String to) {
    return Response.seeOther(URI.create(isOfThePage(to) ? to : "/")).build();
  }

  /** Nobody is led elsewhere. */
  private static boolean isOfThePage(String to) {
    return to != null && to.matches("/([A-Za-z0-9_.~-][A-Za-z0-9_.~/-]*)?");
  }

  private static Response.ResponseBuilder kept(Response.ResponseBuilder response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
