package dev.interact.offline.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.interact.offline.Strength;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /v1/models} and {@code GET /v1/models/{id}}. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class Models {

  private static final long CREATED = Instant.parse("2026-11-21T00:00:00Z").getEpochSecond();

  record Model(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {

    static Model of(Strength strength) {
      return new Model(strength.id(), "model", CREATED, "interact");
    }
  }

  record Listing(String object, List<Model> data) {}

  @GET
  public Listing list() {
    return new Listing("list", Stream.of(Strength.values()).map(Model::of).toList());
  }

  @GET
  @Path("{id}")
  public Model get(String id) {
    return Strength.of(id).map(Model::of).orElseThrow(() -> OpenAiError.unknownModel(id));
  }
}
