package dev.interact.orchestrator.access;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.rest.Body;
import dev.interact.study.input.InvalidInput;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
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
  private final Instance<OidcSession> provided;

  SessionResource(
      Access access,
      Keys keys,
      Body body,
      SecurityIdentity identity,
      Instance<OidcSession> provided) {
    this.access = access;
    this.keys = keys;
    this.body = body;
    this.identity = identity;
    this.provided = provided;
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
  public Response session() {
    return kept(Response.ok(of(Caller.of(identity)))).build();
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
  public Response signIn(byte[] json, @Context RoutingContext http) {
    Shown shown = body.read(json, new TypeReference<>() {});
    if (shown.key() == null) {
      throw InvalidInput.of("key", "is missing");
    }
    Caller caller =
        keys.holder(shown.key().strip())
            .orElseThrow(() -> new NotAuthorizedException(Refusals.NO_SUCH_KEY, "Bearer"));
    Keys.Made made = keys.signIn(caller);
    return kept(Response.ok(of(caller)))
        .cookie(SessionCookie.of(made.text(), made.row().expires, http.request()))
        .build();
  }

  @Operation(summary = "Signs a browser out")
  @APIResponse(responseCode = "204", description = "Nobody is signed in now")
  @DELETE
  public Response signOut(@Context RoutingContext http) {
    Cookie session = http.request().getCookie(SessionCookie.NAME);
    if (session != null) {
      Token.parse(session.getValue()).ifPresent(keys::endSession);
    }
    if (access.hasOidc() && isProvided()) {
      provided.get().logout().await().indefinitely();
    }
    return kept(Response.noContent()).cookie(SessionCookie.gone(http.request())).build();
  }

  /** Comes here with somebody for whom the provider vouches; anybody else was led to it. */
  /** Asking makes the provider's session known, which is not looked for before. */
  private boolean isProvided() {
    Caller caller = Caller.of(identity);
    return caller != null && caller.id().startsWith(Caller.OF_PROVIDER);
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
