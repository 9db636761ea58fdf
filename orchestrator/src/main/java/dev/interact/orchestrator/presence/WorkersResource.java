package dev.interact.orchestrator.presence;

import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.access.Scope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the workers that live. */
@Tag(name = "machine")
@Path("/api/workers")
@RolesAllowed(Scope.MONITOR)
public class WorkersResource {
  private final Presence presence;

  WorkersResource(Presence presence) {
    this.presence = presence;
  }

  /**
   * A worker.
   *
   * @param slots requests that it takes at once
   * @param partitions that it reads
   * @param stopping whether it takes no more
   */
  public record Worker(
      String incarnation,
      String role,
      String pool,
      int slots,
      int inFlight,
      int partitions,
      boolean stopping) {
    static Worker of(Heartbeat.OfWorker beat) {
      return new Worker(
          beat.incarnation(),
          beat.role().label(),
          beat.pool(),
          beat.slots(),
          beat.attempts().size(),
          beat.partitions().size(),
          beat.stopping());
    }
  }

  @Operation(summary = "The workers that live")
  @GET
  public List<Worker> list() {
    return presence.living().stream()
        .map(Worker::of)
        .sorted(Comparator.comparing(Worker::role).thenComparing(Worker::incarnation))
        .toList();
  }
}
