package dev.interact.orchestrator.event;

import dev.interact.contracts.event.Fact;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes down what happens, in the transaction in which it happens: with its commit all its facts
 * are stored, and published from there; rolled back, it has told nothing.
 */
@Singleton
public class Chronicle {
  private final TransactionSynchronizationRegistry transactions;
  private final Consumer<List<Fact>> store;
  private final Runnable stored;

  @Inject
  Chronicle(TransactionSynchronizationRegistry transactions, Outbox outbox) {
    this(transactions, outbox::add, outbox::ring);
  }

  /**
   * @param store is called before a transaction commits, within it
   * @param stored is called when it has
   */
  Chronicle(
      TransactionSynchronizationRegistry transactions,
      Consumer<List<Fact>> store,
      Runnable stored) {
    this.transactions = transactions;
    this.store = store;
    this.stored = stored;
  }

  /**
   * Says what the present transaction does, after it was done.
   *
   * @throws IllegalStateException if there is none
   */
  public void tell(Fact fact) {
    Page page = (Page) transactions.getResource(this);
    if (page == null) {
      page = new Page();
      transactions.putResource(this, page);
      transactions.registerInterposedSynchronization(page);
    }
    page.facts.add(fact);
  }

  /** The facts of one transaction. */
  private final class Page implements Synchronization {
    private final List<Fact> facts = new ArrayList<>();

    /** Comes after Hibernate has written its changes: their locks are not waited for in here. */
    @Override
    public void beforeCompletion() {
      store.accept(facts);
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) {
        stored.run();
      }
    }
  }
}
