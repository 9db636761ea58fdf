package dev.interact.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.interact.contracts.Json;
import java.util.List;

/** The models of an orchestrator, and how much of each may be asked for. */
public final class Models {
  private static final String MODELS = "/api/models";

  private final Http http;

  Models(Http http) {
    this.http = http;
  }

  /**
   * Limits of a model; null where there is none, or where a change leaves the registry's.
   *
   * @param concurrency calls in flight at once
   * @param requestsPerMinute requests in any minute
   * @param tokensPerMinute tokens of prompts and answers in any minute
   */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Limits(Long concurrency, Long requestsPerMinute, Long tokensPerMinute) {
    /** No limit at all. */
    public static final Limits NONE = new Limits(null, null, null);

    /** These limits, with what others say in their place. */
    public Limits changedBy(Limits other) {
      return new Limits(
          other.concurrency() == null ? concurrency : other.concurrency(),
          other.requestsPerMinute() == null ? requestsPerMinute : other.requestsPerMinute(),
          other.tokensPerMinute() == null ? tokensPerMinute : other.tokensPerMinute());
    }
  }

  /** US dollars per million tokens. */
  public record Price(double input, double output) {}

  /**
   * A model.
   *
   * @param model the id that the provider knows it by
   * @param registry its limits in the registry
   * @param changed those that stand in their place; null where none do
   * @param limits those that hold
   * @param roles the workers that can call it now
   */
  public record Model(
      String alias,
      String model,
      Price price,
      Limits registry,
      Limits changed,
      Limits limits,
      List<String> roles) {
    public Model {
      roles = roles == null ? List.of() : List.copyOf(roles);
    }
  }

  public List<Model> all() {
    return http.get(MODELS, body -> List.of(Json.read(body.readAllBytes(), Model[].class)));
  }

  /** Puts limits in the place of the registry's. */
  public Model change(String alias, Limits changed) {
    return model(http.put(limits(alias), changed));
  }

  /** Brings the registry's limits back. */
  public Model reset(String alias) {
    return model(http.delete(limits(alias)));
  }

  private static String limits(String alias) {
    return MODELS + "/" + Http.part(alias) + "/limits";
  }

  private static Model model(byte[] body) {
    return Json.read(body, Model.class);
  }
}
