package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.window.Gate;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The gates of all models, by alias. To be used by one thread at a time, but for what it says of
 * itself.
 */
@Singleton
public class Gates {
  private final Limits limits;
  private final Map<String, Gate> gates = new HashMap<>();
  private volatile Map<String, Long> closed = Map.of();

  Gates(Limits limits) {
    this.limits = limits;
  }

  /** The models whose provider asks to wait, each with the seconds that it asks for still. */
  public Map<String, Long> closed() {
    return closed;
  }

  /** Takes over limits that were changed; tells others which gates are closed. */
  public void refresh() {
    limits
        .effective()
        .forEach(
            (alias, limit) ->
                of(alias)
                    .limit(
                        limit.concurrency(), limit.requestsPerMinute(), limit.tokensPerMinute()));
    Map<String, Long> seconds = new TreeMap<>();
    gates.forEach(
        (alias, gate) -> {
          if (gate.closedMillis() > 0) {
            seconds.put(alias, (gate.closedMillis() + 999) / 1_000);
          }
        });
    closed = Collections.unmodifiableMap(seconds);
  }

  Set<String> aliases() {
    return gates.keySet();
  }

  Gate of(String alias) {
    return gates.computeIfAbsent(alias, name -> new Gate());
  }
}
