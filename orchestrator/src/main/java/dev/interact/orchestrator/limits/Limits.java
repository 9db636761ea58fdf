package dev.interact.orchestrator.limits;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.registry.Model;
import dev.interact.registry.ModelRegistry;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The limits of all models: the registry's, but for those that were changed. */
@Singleton
public class Limits {
  private final ModelRegistry registry;
  private final Chronicle chronicle;
  private final Clock clock = Clock.systemUTC();

  Limits(ModelRegistry registry, Chronicle chronicle) {
    this.registry = registry;
    this.chronicle = chronicle;
  }

  /** The limits that hold now, by alias: those of all models of the registry. */
  @Transactional
  public Map<String, Limit> effective() {
    Map<String, LimitChange> changes = changes();
    return registry.aliases().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                alias -> effective(alias, changes),
                (a, b) -> a,
                TreeMap::new));
  }

  private Limit effective(String alias, Map<String, LimitChange> changes) {
    Limit limit = ofRegistry(alias);
    LimitChange change = changes.get(alias);
    return change == null ? limit : limit.changedBy(change);
  }

  /** How many calls of an alias may be in flight before any has been answered. */
  public int initial(String alias) {
    return registry.find(alias).map(Model::initial).orElseThrow();
  }

  /** What the registry says of an alias that it has. */
  Limit ofRegistry(String alias) {
    return registry.find(alias).map(Limit::of).orElseThrow();
  }

  /** The changes that stand, by alias. To be called within a transaction or a request. */
  Map<String, LimitChange> changes() {
    return LimitRow.<LimitRow>streamAll()
        .collect(Collectors.toMap(row -> row.alias, LimitRow::change));
  }

  @Transactional
  void change(String alias, LimitChange change) {
    Limit before = effective(alias, changes());
    LimitRow.store(alias, change, clock.instant());
    tell(alias, before, ofRegistry(alias).changedBy(change));
  }

  /** Brings the registry's limits back. */
  @Transactional
  void reset(String alias) {
    Limit before = effective(alias, changes());
    LimitRow.deleteById(alias);
    tell(alias, before, ofRegistry(alias));
  }

  private void tell(String alias, Limit before, Limit now) {
    if (!now.equals(before)) {
      chronicle.tell(
          new Fact.LimitChanged(
              alias, now.concurrency(), now.requestsPerMinute(), now.tokensPerMinute()));
    }
  }
}
