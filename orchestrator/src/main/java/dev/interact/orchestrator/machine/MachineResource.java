package dev.interact.orchestrator.machine;

import dev.interact.orchestrator.access.Scope;
import dev.interact.orchestrator.deadletter.DeadLetterRow;
import dev.interact.orchestrator.dispatch.Gates;
import dev.interact.orchestrator.event.Relay;
import dev.interact.orchestrator.limits.Limit;
import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.presence.WorkersResource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows how the services are: workers, models, topics, and what waits. */
@Tag(name = "machine")
@Path("/api/machine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scope.READ)
public class MachineResource {
  private final EntityManager database;
  private final WorkersResource workers;
  private final Limits limits;
  private final Gates gates;
  private final TopicLag lag;
  private final Relay relay;

  MachineResource(
      EntityManager database,
      WorkersResource workers,
      Limits limits,
      Gates gates,
      TopicLag lag,
      Relay relay) {
    this.database = database;
    this.workers = workers;
    this.limits = limits;
    this.gates = gates;
    this.lag = lag;
    this.relay = relay;
  }

  /**
   * All of it.
   *
   * @param topics null where the broker does not answer
   * @param outbox rows of events, one a transaction, that were not published yet
   */
  record Machine(
      List<WorkersResource.Worker> workers,
      List<OfModel> models,
      List<TopicLag.Topic> topics,
      Letters deadLetters,
      long outbox) {}

  /** Records that no service could read; {@code waiting} were not sent again. */
  record Letters(long total, long waiting) {}

  /**
   * A model.
   *
   * @param ready calls that wait to be sent
   * @param inFlight attempts that are under way
   * @param window how many may be under way now; null at an orchestrator that sends nothing
   * @param closedSeconds how long its provider asks to wait still; 0 where it does not
   * @param latencyMs of the last minute
   * @param answered in the last minute; {@code rateLimited} and {@code failed} too
   */
  record OfModel(
      String alias,
      long ready,
      long inFlight,
      Integer window,
      Limit limits,
      long closedSeconds,
      Latency latencyMs,
      long answered,
      long rateLimited,
      long failed) {}

  /** Median and 95th percentile, in milliseconds; null where nothing was answered. */
  record Latency(Double p50, Double p95) {}

  @Operation(summary = "Workers, models, topics, and what waits")
  @GET
  public Machine machine() {
    return new Machine(
        workers.list(),
        models(),
        lag.topics(),
        new Letters(DeadLetterRow.count(), DeadLetterRow.count("resent is null")),
        relay.waiting());
  }

  private List<OfModel> models() {
    Map<String, Long> ready =
        counts("select model, count(*) from call where status = 'READY' group by model");
    Map<String, Long> sent =
        counts("select model, count(*) from attempt where status = 'SENT' group by model");
    Map<String, LastMinute> lately = LastMinute.of(database);
    return limits.effective().entrySet().stream()
        .map(
            each -> {
              String alias = each.getKey();
              LastMinute minute = lately.getOrDefault(alias, LastMinute.QUIET);
              return new OfModel(
                  alias,
                  ready.getOrDefault(alias, 0L),
                  sent.getOrDefault(alias, 0L),
                  gates.widths().get(alias),
                  each.getValue(),
                  gates.closed().getOrDefault(alias, 0L),
                  new Latency(minute.p50(), minute.p95()),
                  minute.answered(),
                  minute.rateLimited(),
                  minute.failed());
            })
        .toList();
  }

  private Map<String, Long> counts(String sql) {
    List<?> rows = database.createNativeQuery(sql).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
  }
}
