package dev.interact.orchestrator.machine;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What has become of the attempts at a model's calls that ended in the last minute.
 *
 * @param answered with a reply
 * @param rateLimited refused for their rate
 * @param failed in another way, or lost
 * @param p50 of the latencies of those answered, in milliseconds; null where none were
 * @param p95 the same
 */
record LastMinute(long answered, long rateLimited, long failed, Double p50, Double p95) {
  static final LastMinute QUIET = new LastMinute(0, 0, 0, null, null);

  /** By model. No attempt takes longer than the quarter of an hour that the index is asked for. */
  static Map<String, LastMinute> of(EntityManager database) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                select model,
                  count(*) filter (where status = 'COMPLETED'),
                  count(*) filter (where status = 'RATE_LIMITED'),
                  count(*) filter (where status in ('TRANSIENT', 'REJECTED', 'LOST')),
                  percentile_cont(0.5) within group (order by latency)
                    filter (where status = 'COMPLETED'),
                  percentile_cont(0.95) within group (order by latency)
                    filter (where status = 'COMPLETED')
                from attempt
                where sent > now() - interval '15 minutes' and ended > now() - interval '1 minute'
                group by model
                """)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .collect(Collectors.toMap(row -> (String) row[0], LastMinute::of));
  }

  private static LastMinute of(Object[] row) {
    return new LastMinute(
        ((Number) row[1]).longValue(),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        (Double) row[4],
        (Double) row[5]);
  }
}
