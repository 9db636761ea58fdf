package dev.interact.orchestrator.demand;

import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.presence.Pools;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Tells how many workers are of use, for whoever starts and stops them. */
@Tag(name = "machine")
@Path("/api/demand")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.MONITOR)
public class DemandResource {
  private final Demands demands;
  private final Pools pools;

  DemandResource(Demands demands, Pools pools) {
    this.demands = demands;
    this.pools = pools;
  }

  @Operation(summary = "How much the workers of a role and pool have to do")
  @GET
  public Demand demand(
      @Parameter(required = true) @RestQuery String role,
      @RestQuery @DefaultValue(Topics.DEFAULT_POOL) String pool) {
    if (!pools.all().contains(pool)) {
      throw new NotFoundException(
          "The registry has no pool '%s'; it has %s."
              .formatted(pool, String.join(", ", pools.all())));
    }
    return demands.of(role(role), pool);
  }

  private static Role role(String label) {
    return Arrays.stream(Role.values())
        .filter(role -> role.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new BadRequestException(
                    "role: must be one of %s."
                        .formatted(
                            Arrays.stream(Role.values())
                                .map(Role::label)
                                .collect(Collectors.joining(", ")))));
  }
}
