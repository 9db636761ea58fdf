package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.window.Gate;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The gates of all models, by alias. To be used by one thread at a time. */
@Singleton
public class Gates {
  private final Limits limits;
  private final Map<String, Gate> gates = new HashMap<>();

  Gates(Limits limits) {
    this.limits = limits;
  }

  /** Takes over limits that were changed. */
  public void refresh() {
    limits
        .effective()
        .forEach(
            (alias, limit) ->
                of(alias)
                    .limit(
                        limit.concurrency(), limit.requestsPerMinute(), limit.tokensPerMinute()));
  }

  Set<String> aliases() {
    return gates.keySet();
  }

  Gate of(String alias) {
    return gates.computeIfAbsent(alias, name -> new Gate());
  }
}
