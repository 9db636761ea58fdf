package dev.interact.orchestrator.demand;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.interact.contracts.Role;
import dev.interact.contracts.Topics;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.limits.Limit;
import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.presence.Pools;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts what there is to do, by role and pool: once a second at most, for all who ask. Any
 * orchestrator knows, whether it decides or not.
 */
@Singleton
class Demands {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final String KEY = "";

  private final EntityManager database;
  private final Limits limits;
  private final Pools pools;
  private final LoadingCache<String, Counts> counts =
      Caffeine.newBuilder().expireAfterWrite(FRESH).build(key -> count());

  Demands(EntityManager database, Limits limits, Pools pools) {
    this.database = database;
    this.limits = limits;
    this.pools = pools;
  }

  private record Place(Role role, String model) {}

  private record Counts(Map<Place, OfModel> models, Map<String, Double> latencies, long answered) {}

  /** What the workers of a role and pool have to do. */
  Demand of(Role role, String pool) {
    Counts now = counts.get(KEY);
    if (role == Role.QUIZ) {
      long sheets = pool.equals(Topics.DEFAULT_POOL) ? now.answered() : 0;
      return new Demand(role.label(), pool, sheets, sheets, 0);
    }
    OfModel sum = OfModel.NOTHING;
    long calls = 0;
    for (Map.Entry<String, Limit> each : limits.effective().entrySet()) {
      if (pools.of(each.getKey()).equals(pool)) {
        OfModel one = now.models().getOrDefault(new Place(role, each.getKey()), OfModel.NOTHING);
        sum = sum.plus(one);
        calls += one.allowed(each.getValue(), now.latencies().get(each.getKey()));
      }
    }
    return new Demand(role.label(), pool, calls, sum.ready(), sum.inFlight());
  }

  private Counts count() {
    return QuarkusTransaction.requiringNew().call(this::read);
  }

  private Counts read() {
    Map<Place, OfModel> models = new HashMap<>();
    rows("""
            select c.model, c.kind, count(*) from call c
            where c.status = 'READY' and exists (
              select from step s join study y on y.id = s.study
              where s.call = c.key and s.open and y.state = 'RUNNING')
            group by c.model, c.kind
            """)
        .forEach(row -> models.merge(place(row), new OfModel(number(row[2]), 0), OfModel::plus));
    rows("""
            select c.model, c.kind, count(*) from attempt a join call c on c.key = a.call
            where a.status = 'SENT' group by c.model, c.kind
            """)
        .forEach(row -> models.merge(place(row), new OfModel(0, number(row[2])), OfModel::plus));
    Map<String, Double> latencies = new HashMap<>();
    rows("""
            select model, cast(avg(latency) as float8) from attempt
            where status = 'COMPLETED'
              and sent > now() - interval '15 minutes' and ended > now() - interval '1 minute'
            group by model
            """)
        .forEach(row -> latencies.put((String) row[0], (Double) row[1]));
    long answered =
        rows("select 0, count(*) from call where status = 'ANSWERED'")
            .mapToLong(row -> number(row[1]))
            .sum();
    return new Counts(models, latencies, answered);
  }

  private Stream<Object[]> rows(String sql) {
    List<?> rows = database.createNativeQuery(sql).getResultList();
    return rows.stream().map(Object[].class::cast);
  }

  private static Place place(Object[] row) {
    return new Place(CallKind.valueOf((String) row[1]).role(), (String) row[0]);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
