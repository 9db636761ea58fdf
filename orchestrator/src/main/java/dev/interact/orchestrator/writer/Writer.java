package dev.interact.orchestrator.writer;

import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.telemetry.EngineMeters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Of all orchestrators one is the writer: it alone takes replies and sends calls. It holds a row of
 * the database for a few seconds at a time; whoever takes the row over makes its epoch one higher.
 * A transaction of the writer holds the row's key-share lock, which a takeover waits for, and fails
 * where the epoch is not its own: one that was stopped for a while changes nothing when it wakes
 * up. When the row expires is told by the database's clock; a writer that could not renew it for as
 * long, by its own clock, steps down by itself.
 */
@Singleton
public class Writer {
  private static final String ROW = "from writer where name = 'engine' ";

  /**
   * Also lets the transaction find rows by their keys: PostgreSQL keeps the plans of statements,
   * and those that it made when tables were empty read whole tables long after.
   */
  private static final String BEGIN =
      "select epoch, others, set_config('enable_seqscan', 'off', true) " + ROW + "for key share";

  /** An orchestrator of the last release changes things and does not count that. */
  private static final long FORGETTING_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final String COUNT = "update writer set others = others + 1 where name = 'engine'";

  private final EntityManager database;
  private final Lease lease;
  private final EngineMeters meters;
  private final Store store;
  private final String self;
  private final Duration length;
  private final Held held;
  private final ReentrantLock renewal = new ReentrantLock();

  Writer(
      EntityManager database,
      Lease lease,
      OrchestratorConfig config,
      EngineMeters meters,
      Store store) {
    this.database = database;
    this.lease = lease;
    this.meters = meters;
    this.store = store;
    this.self = config.writer().instance();
    this.length = config.writer().lease();
    this.held = new Held(length);
  }

  /** Whether this process took the row, has renewed it since, and has not learned of a loss. */
  public boolean isHeld() {
    return held.isHeld(System.nanoTime());
  }

  /**
   * The number of this process's term as the writer.
   *
   * @throws Deposed if it is not the writer
   */
  public long epoch() {
    return held.epoch().orElseThrow(Deposed::new);
  }

  /**
   * Takes the row if nobody holds it, or a process of the same name did: that one has been started
   * again.
   *
   * @return whether this process is the writer now
   */
  public boolean take() {
    long asked = System.nanoTime();
    Long epoch = QuarkusTransaction.requiringNew().call(this::taken);
    if (epoch != null) {
      held.begin(epoch, asked);
    }
    return epoch != null;
  }

  /** The new epoch; null where another process holds the row. */
  private Long taken() {
    long next = lock() + 1;
    int taken =
        database
            .createNativeQuery(
                "update writer set holder = ?1, epoch = ?2,"
                    + " expires = clock_timestamp() + ?3 * interval '1 second' where name = 'engine'"
                    + " and (expires < clock_timestamp() or holder = ?1)")
            .setParameter(1, self)
            .setParameter(2, next)
            .setParameter(3, seconds())
            .executeUpdate();
    return taken > 0 ? next : null;
  }

  /** Locks the row, so that the clock is read after the wait for it; gives its epoch. */
  private long lock() {
    return ((Number)
            database.createNativeQuery("select epoch " + ROW + "for update").getSingleResult())
        .longValue();
  }

  private double seconds() {
    return length.toMillis() / 1000.0;
  }

  /**
   * Holds the row for some seconds more, if this process does; to be called every second.
   *
   * @throws SQLException if the database does not say so
   */
  public void renew() throws SQLException {
    renewal.lock();
    try {
      if (held.epoch().isPresent()) {
        long epoch = epoch();
        long asked = System.nanoTime();
        if (lease.expireIn(seconds(), epoch)) {
          held.renew(epoch, asked);
        } else {
          held.end(epoch);
        }
      }
    } finally {
      renewal.unlock();
    }
  }

  /**
   * Is the writer no more, and lets another process take the row at once.
   *
   * @throws SQLException if the row could not be given back; it expires by itself then
   */
  public void release() throws SQLException {
    renewal.lock();
    try {
      if (held.epoch().isPresent()) {
        long epoch = epoch();
        held.end(epoch);
        lease.expireIn(0, epoch);
      }
    } finally {
      renewal.unlock();
    }
  }

  /**
   * Does something in a transaction of its own, as the writer.
   *
   * @throws Deposed if this process is not the writer; nothing is changed
   */
  public <T> T call(Supplier<T> work) {
    long epoch = epoch();
    return meters.transaction(() -> call(work, epoch));
  }

  private <T> T call(Supplier<T> work, long epoch) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Object[] now =
                  (Object[]) database.createNativeQuery(BEGIN, Object[].class).getSingleResult();
              if (((Number) now[0]).longValue() != epoch) {
                held.end(epoch);
                throw new Deposed();
              }
              store.goOn(List.of(now[0], now[1], System.nanoTime() / FORGETTING_NANOS));
              return work.get();
            });
  }

  /** As {@link #call}. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Does something that a person asked for, in a transaction of its own, while no writer's
   * transaction runs. Any process may do so; the writer forgets what it knew.
   */
  public <T> T exclusively(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              lock();
              database.createNativeQuery(COUNT).executeUpdate();
              return work.get();
            });
  }
}
