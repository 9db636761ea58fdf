package dev.interact.orchestrator.limits;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.interact.contracts.Role;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.presence.Presence;
import dev.interact.orchestrator.rest.Audited;
import dev.interact.orchestrator.rest.Body;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the models of the registry, and changes their limits while they are in use. */
@Tag(name = "models")
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class ModelsResource {
  private final ModelRegistry registry;
  private final Presence presence;
  private final Limits limits;
  private final Body body;

  ModelsResource(ModelRegistry registry, Presence presence, Limits limits, Body body) {
    this.registry = registry;
    this.presence = presence;
    this.limits = limits;
    this.body = body;
  }

  /**
   * A model and its limits.
   *
   * @param model the id that the provider knows it by
   * @param price in US dollars per million tokens
   * @param registry the limits of the registry
   * @param changed what stands in their place; null where nothing does
   * @param limits what holds
   * @param roles the workers that live and can call it
   */
  record Shown(
      String alias,
      String model,
      Model.Price price,
      Limit registry,
      LimitChange changed,
      Limit limits,
      List<String> roles) {}

  @Operation(summary = "The models and their limits")
  @GET
  public List<Shown> list() {
    Map<String, LimitChange> changes = limits.changes();
    return limits.effective().entrySet().stream()
        .map(each -> shown(each.getKey(), each.getValue(), changes.get(each.getKey())))
        .toList();
  }

  private Shown shown(String alias, Limit limit, LimitChange change) {
    Model model = registry.find(alias).orElseThrow();
    return new Shown(
        alias, model.model(), model.price(), Limit.of(model), change, limit, roles(alias));
  }

  private List<String> roles(String alias) {
    return presence.living().stream()
        .filter(worker -> worker.usable().contains(alias))
        .map(worker -> worker.role())
        .distinct()
        .map(Role::label)
        .sorted()
        .toList();
  }

  @Operation(summary = "Changes a model's limits")
  @RequestBodySchema(LimitChange.class)
  @PUT
  @Path("/{alias}/limits")
  @RolesAllowed(Scope.ADMIN)
  @Audited("limits.changed")
  public Shown change(String alias, byte[] json) {
    check(alias);
    LimitChange change = body.read(json, new TypeReference<>() {});
    change.check();
    limits.change(alias, change);
    return show(alias);
  }

  @Operation(summary = "Brings the registry's limits of a model back")
  @DELETE
  @Path("/{alias}/limits")
  @RolesAllowed(Scope.ADMIN)
  @Audited("limits.reset")
  public Shown reset(String alias) {
    check(alias);
    limits.reset(alias);
    return show(alias);
  }

  private Shown show(String alias) {
    return shown(alias, limits.effective().get(alias), limits.changes().get(alias));
  }

  private void check(String alias) {
    if (registry.find(alias).isEmpty()) {
      throw new NotFoundException(registry.problem(alias).orElseThrow());
    }
  }
}
