package dev.interact.orchestrator.plan;

import dev.interact.orchestrator.ledger.CallKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** What calls took so far. */
@Singleton
class Calibration {
  private static final int LATEST = 2_000;

  /** The upper bound of a prompt's tokens was stored with its attempt, the answer's among it. */
  private static final String SQL =
      """
      select count(*), sum(input) / sum(bound), avg(output), avg(characters)
      from (
        select cast(a.input_tokens as float8) as input, a.reserved_tokens - c.max_tokens as bound,
               cast(a.output_tokens as float8) as output, cast(length(c.reply) as float8) as characters
        from attempt a join call c on c.key = a.call
        where a.model = :model and c.kind = :kind and a.status = 'COMPLETED'
          and a.input_tokens > 0 and a.reserved_tokens > c.max_tokens and c.reply is not null
        order by a.ended desc
        limit :latest) latest
      """;

  private final EntityManager database;

  Calibration(EntityManager database) {
    this.database = database;
  }

  /** An estimate from the latest calls of a model and kind that have an answer and a usage. */
  Estimate of(String model, CallKind kind) {
    Object[] row = QuarkusTransaction.requiringNew().call(() -> row(model, kind));
    long calls = ((Number) row[0]).longValue();
    return calls == 0
        ? Estimate.assumed()
        : new Estimate(calls, number(row[1]), number(row[2]), number(row[3]));
  }

  private Object[] row(String model, CallKind kind) {
    return (Object[])
        database
            .createNativeQuery(SQL)
            .setParameter("model", model)
            .setParameter("kind", kind.name())
            .setParameter("latest", LATEST)
            .getSingleResult();
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
