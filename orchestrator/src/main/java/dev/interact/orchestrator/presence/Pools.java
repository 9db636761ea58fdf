package dev.interact.orchestrator.presence;

import dev.interact.contracts.Topics;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;

/** Which workers call a model: those of the pool that the registry names. */
@Singleton
public class Pools {
  private final ModelRegistry registry;

  public Pools(ModelRegistry registry) {
    this.registry = registry;
  }

  /** The pool of an alias; the default one where the registry says nothing of it. */
  public String of(String alias) {
    return registry.find(alias).map(Model::pool).orElse(Topics.DEFAULT_POOL);
  }

  /** All of them, the default one too. */
  public Set<String> all() {
    Set<String> all = new TreeSet<>(Set.of(Topics.DEFAULT_POOL));
    registry.aliases().forEach(alias -> all.add(of(alias)));
    return all;
  }
}
