package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.window.Gate;
import dev.interact.registry.ModelRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The gates of all models, by alias. */
@Singleton
public class Gates {
  private final ModelRegistry registry;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  Gates(ModelRegistry registry) {
    this.registry = registry;
  }

  Set<String> aliases() {
    return registry.aliases();
  }

  Gate of(String alias) {
    return gates.computeIfAbsent(alias, this::gate);
  }

  private Gate gate(String alias) {
    Gate gate = new Gate();
    registry
        .find(alias)
        .ifPresent(
            model ->
                gate.limit(
                    model.concurrency(), model.requestsPerMinute(), model.tokensPerMinute()));
    return gate;
  }
}
