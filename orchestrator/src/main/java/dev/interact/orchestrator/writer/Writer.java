package dev.interact.orchestrator.writer;

import dev.interact.orchestrator.OrchestratorConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/**
 * Of all orchestrators one is the writer: it alone takes replies and sends calls. It holds a row of
 * the database for a few seconds at a time; whoever takes the row over makes its epoch one higher.
 * A transaction of the writer holds the row's key-share lock, which a takeover waits for, and fails
 * where the epoch is not its own: one that was stopped for a while changes nothing when it wakes
 * up. Times are the database's.
 */
@Singleton
public class Writer {
  private static final String ROW = "from writer where name = 'engine' ";
  private static final long NONE = -1;

  private final EntityManager database;
  private final String self;
  private final double seconds;
  private volatile long epoch = NONE;

  Writer(EntityManager database, OrchestratorConfig config) {
    this.database = database;
    this.self = config.writer().instance();
    this.seconds = config.writer().lease().toMillis() / 1000.0;
  }

  /** Whether this process took the row, and has not learned that it lost it. */
  public boolean isHeld() {
    return epoch != NONE;
  }

  /** The number of this process's term as the writer. */
  public long epoch() {
    return epoch;
  }

  /**
   * Takes the row if nobody holds it, or a process of the same name did: that one has been started
   * again.
   *
   * @return whether this process is the writer now
   */
  public boolean take() {
    epoch = QuarkusTransaction.requiringNew().call(this::taken);
    return isHeld();
  }

  private long taken() {
    Object[] row =
        (Object[])
            database
                .createNativeQuery(
                    "select expires < now() or holder = ?1, epoch " + ROW + "for update")
                .setParameter(1, self)
                .getSingleResult();
    if (!(boolean) row[0]) {
      return NONE;
    }
    long next = ((Number) row[1]).longValue() + 1;
    database
        .createNativeQuery(
            "update writer set holder = ?1, epoch = ?2, expires = now() + ?3 * interval '1 second'"
                + " where name = 'engine'")
        .setParameter(1, self)
        .setParameter(2, next)
        .setParameter(3, seconds)
        .executeUpdate();
    return next;
  }

  /** Holds the row for some seconds more; to be called every second. */
  public void renew() {
    expireIn(seconds);
  }

  /** Lets another process take the row at once. */
  public void release() {
    if (isHeld()) {
      expireIn(0);
      epoch = NONE;
    }
  }

  private void expireIn(double seconds) {
    int renewed =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    database
                        .createNativeQuery(
                            "update writer set expires = now() + ?1 * interval '1 second'"
                                + " where name = 'engine' and epoch = ?2")
                        .setParameter(1, seconds)
                        .setParameter(2, epoch)
                        .executeUpdate());
    if (renewed == 0) {
      throw deposed();
    }
  }

  /**
   * Does something in a transaction of its own, as the writer.
   *
   * @throws Deposed if this process is not the writer; nothing is changed
   */
  public <T> T call(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              Object now =
                  database
                      .createNativeQuery("select epoch " + ROW + "for key share")
                      .getSingleResult();
              if (((Number) now).longValue() != epoch) {
                throw deposed();
              }
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
   * transaction runs. Any process may do so.
   */
  public <T> T exclusively(Supplier<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              database.createNativeQuery("select epoch " + ROW + "for update").getSingleResult();
              return work.get();
            });
  }

  private Deposed deposed() {
    epoch = NONE;
    return new Deposed();
  }
}
