package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.Role;
import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.presence.Pools;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The living workers, and the room that each has left. A model is called by those of its pool. */
@Singleton
class Workforce {
  private final Presence presence;
  private final Outstanding outstanding;
  private final Pools pools;

  Workforce(Presence presence, Outstanding outstanding, Pools pools) {
    this.pools = pools;
    this.presence = presence;
    this.outstanding = outstanding;
  }

  /** The kinds of call of a model that some worker has room for. */
  List<CallKind> kinds(String model, ToIntFunction<Heartbeat.OfWorker> room) {
    return Arrays.stream(CallKind.values())
        .filter(kind -> find(kind.role(), model, room).isPresent())
        .toList();
  }

  /** The worker with the most room for a call; empty where none has any. */
  Optional<Heartbeat.OfWorker> find(CallRow call, ToIntFunction<Heartbeat.OfWorker> room) {
    return find(call.kind.role(), call.model, room);
  }

  private Optional<Heartbeat.OfWorker> find(
      Role role, String model, ToIntFunction<Heartbeat.OfWorker> room) {
    return presence.taking(role, pools.of(model)).stream()
        .filter(worker -> worker.usable().contains(model) && room.applyAsInt(worker) > 0)
        .max(Comparator.comparingInt(room));
  }

  /** Whether a worker takes calls and has room for one. */
  boolean hasRoom(String incarnation) {
    return presence.isTaking(incarnation)
        && presence.find(incarnation).filter(worker -> room(worker) > 0).isPresent();
  }

  /** How many more calls a worker can have under way. */
  int room(Heartbeat.OfWorker worker) {
    return worker.slots() - outstanding.ofWorker(worker.incarnation());
  }
}
