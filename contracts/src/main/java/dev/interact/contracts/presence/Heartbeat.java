package dev.interact.contracts.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.interact.contracts.Role;
import java.util.List;
import java.util.Map;

/** A sign of life on {@link dev.interact.contracts.Topics#PRESENCE}, about one a second. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Heartbeat.OfWorker.class, name = "worker"),
  @JsonSubTypes.Type(value = Heartbeat.OfOrchestrator.class, name = "orchestrator")
})
public sealed interface Heartbeat {
  /** Id of this run of the process; a restarted process is another incarnation. */
  String incarnation();

  /**
   * A worker's.
   *
   * @param slots how many requests it serves at once at most
   * @param attempts the attempts that it holds: read from the topic and not yet replied to
   * @param partitions of its request topic that it reads now
   * @param usable aliases that it can call; empty for a role that calls no model
   * @param unusable aliases of its registry that it cannot call, each with the reason
   * @param stopping whether it takes no new requests
   * @param standingBy those of its attempts that stand by: see {@link
   *     dev.interact.contracts.Head#standby}; null where it does not know of such a thing
   */
  record OfWorker(
      String incarnation,
      Role role,
      String pool,
      int slots,
      List<String> attempts,
      List<Integer> partitions,
      List<String> usable,
      Map<String, String> unusable,
      boolean stopping,
      List<String> standingBy)
      implements Heartbeat {
    public OfWorker {
      attempts = List.copyOf(attempts);
      partitions = List.copyOf(partitions);
      usable = usable == null ? List.of() : List.copyOf(usable);
      unusable = Map.copyOf(unusable);
      standingBy = standingBy == null ? null : List.copyOf(standingBy);
    }
  }

  /**
   * An orchestrator's own. Silence of workers counts only while it reads these back: a broker that
   * is out kills nobody.
   */
  record OfOrchestrator(String incarnation) implements Heartbeat {}
}
