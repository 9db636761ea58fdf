package dev.interact.orchestrator.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.orchestrator.rest.Page;
import dev.interact.orchestrator.rest.Subject;
import dev.interact.study.input.InvalidInput;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Makes keys for programs, lists and revokes them. */
@Tag(name = "access")
@Path("/api/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.ADMIN)
public class KeyResource {
  private static final int LONGEST_NAME = 100;

  private final Keys keys;
  private final Body body;
  private final SecurityIdentity identity;

  KeyResource(Keys keys, Body body, SecurityIdentity identity) {
    this.keys = keys;
    this.body = body;
    this.identity = identity;
  }

  /**
   * What is asked for.
   *
   * @param name whose it is, or what for
   * @param scope monitor, read, run or admin
   * @param expires absent where it never does
   */
  record Wanted(String name, String scope, Instant expires) {}

  /**
   * A key.
   *
   * @param key what its holder needs; only in the answer to the request that made it
   * @param used when it was used last, to a minute
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Key(
      String id,
      String name,
      String scope,
      Instant created,
      String createdBy,
      Instant expires,
      Instant revoked,
      Instant used,
      String key)
      implements Subject {
    static Key of(KeyRow row, String text) {
      return new Key(
          row.id,
          row.name,
          row.scope,
          row.created,
          row.createdBy,
          row.expires,
          row.revoked,
          row.used,
          text);
    }

    @Override
    public String subject() {
      return id;
    }
  }

  @Operation(summary = "All keys, newest first; without what their holders have")
  @GET
  public Page<Key> list() {
    return Page.all(KeyRow.ofPrograms().stream().map(row -> Key.of(row, null)).toList());
  }

  @Operation(summary = "Makes a key; it can be read this once")
  @RequestBodySchema(Wanted.class)
  @APIResponseSchema(value = Key.class, responseCode = "201")
  @Cache(noStore = true)
  @POST
  @ResponseStatus(201)
  @Audited("key.made")
  public Key make(byte[] json) {
    Wanted wanted = body.read(json, new TypeReference<>() {});
    String name = wanted.name() == null ? "" : wanted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw InvalidInput.of("name", "must say whose it is, in 1 to 100 characters");
    }
    if (wanted.scope() == null || !Scope.ALL.contains(wanted.scope())) {
      throw InvalidInput.of("scope", "must be one of " + String.join(", ", Scope.ALL));
    }
    if (wanted.expires() != null && !wanted.expires().isAfter(Instant.now())) {
      throw InvalidInput.of("expires", "is over already; give a time to come, or none");
    }
    Keys.Made made = keys.make(name, wanted.scope(), wanted.expires(), Caller.of(identity));
    return Key.of(made.row(), made.text());
  }

  @Operation(summary = "Revokes a key; nobody gets in with it from now on")
  @DELETE
  @Path("/{id}")
  @Audited("key.revoked")
  public Key revoke(String id) {
    String known = Keys.idOf(id);
    return keys.revoke(known)
        .map(row -> Key.of(row, null))
        .orElseThrow(() -> new NotFoundException("There is no key '%s'.".formatted(known)));
  }
}
