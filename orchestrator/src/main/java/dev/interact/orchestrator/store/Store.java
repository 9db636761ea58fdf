package dev.interact.orchestrator.store;

import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;

/**
 * The rows that transactions work with. Those of the writer keep theirs in memory from one to the
 * next, for nobody else changes them: what it has once read or made it need not read again. Any
 * other transaction begins with none. What has changed is written before a transaction commits.
 */
@Singleton
public class Store {
  private final DataSource database;
  private final StatelessSession session;
  private final TransactionSynchronizationRegistry transactions;
  private Hand kept = new Hand();
  private Object mark;

  Store(
      DataSource database,
      StatelessSession session,
      TransactionSynchronizationRegistry transactions) {
    this.database = database;
    this.session = session;
    this.transactions = transactions;
  }

  /** What a transaction has in hand. */
  private final class Hand implements Synchronization {
    private final Map<Class<?>, Part> parts = new LinkedHashMap<>();

    @Override
    public void beforeCompletion() {
      write(parts.values());
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        parts.values().forEach(Part::release);
      } else if (kept == this) {
        forget();
      }
    }
  }

  /**
   * The present transaction, one of the writer's, works with what the last such has left.
   *
   * @param mark changes whenever anybody else may have changed what is kept
   */
  public void goOn(Object mark) {
    if (!mark.equals(this.mark)) {
      forget();
      this.mark = mark;
    }
    bind(kept);
  }

  /** Nothing is kept any more. */
  private void forget() {
    kept = new Hand();
  }

  private Hand bind(Hand hand) {
    transactions.putResource(this, hand);
    transactions.registerInterposedSynchronization(hand);
    return hand;
  }

  private Hand hand() {
    Hand hand = (Hand) transactions.getResource(this);
    return hand == null ? bind(new Hand()) : hand;
  }

  /**
   * A part of what the present transaction has in hand.
   *
   * @param none makes an empty one
   * @throws IllegalStateException if there is no transaction
   */
  public <P extends Part> P part(Class<P> type, Supplier<P> none) {
    Map<Class<?>, Part> parts = hand().parts;
    Part part = parts.get(type);
    if (part == null) {
      part = none.get();
      parts.put(type, part);
    }
    return type.cast(part);
  }

  /** Writes what the present transaction has changed so far, for statements that are to see it. */
  public void write() {
    write(hand().parts.values());
  }

  private void write(Iterable<Part> parts) {
    write(
        connection -> {
          for (Part part : parts) {
            part.write(connection);
          }
        });
  }

  /** Writes rows. */
  @FunctionalInterface
  public interface Writing {
    void to(Connection connection) throws SQLException;
  }

  /** Writes some rows of the present transaction alone. */
  public void write(Writing rows) {
    try (Connection connection = database.getConnection()) {
      rows.to(connection);
    } catch (SQLException e) {
      throw new PersistenceException("rows cannot be written", e);
    }
  }

  /** Rows as they are in the database, which belong to whoever asks. */
  public <R> List<R> read(Class<R> type, String query, Object... parameters) {
    var selection = session.createSelectionQuery(query, type);
    for (int i = 0; i < parameters.length; i++) {
      selection.setParameter(i + 1, parameters[i]);
    }
    return selection.getResultList();
  }

  /** The next numbers of a sequence that counts by fifties, each the last of fifty. */
  public long nextOf(String sequence) {
    return session
        .createNativeQuery("select nextval('" + sequence + "')", Long.class)
        .getSingleResult();
  }
}
