package dev.interact.orchestrator.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionManagerImple;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import dev.interact.contracts.event.Fact;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChronicleTest {
  private static final Fact FIRST = new Fact.StudyStarted("s");
  private static final Fact SECOND = new Fact.StudyResumed("s");

  private final TransactionManager transactions = new TransactionManagerImple();
  private final List<List<Fact>> stored = new ArrayList<>();
  private int rung;

  @AfterEach
  void leaveNothingOpen() throws Exception {
    if (transactions.getTransaction() != null) {
      transactions.rollback();
    }
  }

  private Chronicle chronicle(Consumer<List<Fact>> store) {
    return new Chronicle(new TransactionSynchronizationRegistryImple(), store, () -> rung++);
  }

  private Chronicle chronicle() {
    return chronicle(facts -> stored.add(List.copyOf(facts)));
  }

  @Test
  void what_a_transaction_tells_is_stored_at_once_when_it_commits() throws Exception {
    Chronicle chronicle = chronicle();
    transactions.begin();
    chronicle.tell(FIRST);
    chronicle.tell(SECOND);

    assertThat(stored).isEmpty();
    transactions.commit();

    assertThat(stored).containsExactly(List.of(FIRST, SECOND));
    assertThat(rung).isEqualTo(1);
  }

  @Test
  void each_transaction_has_its_own() throws Exception {
    Chronicle chronicle = chronicle();
    for (Fact fact : List.of(FIRST, SECOND)) {
      transactions.begin();
      chronicle.tell(fact);
      transactions.commit();
    }

    assertThat(stored).containsExactly(List.of(FIRST), List.of(SECOND));
  }

  @Test
  void one_that_is_rolled_back_has_told_nothing() throws Exception {
    Chronicle chronicle = chronicle();
    transactions.begin();
    chronicle.tell(FIRST);
    transactions.rollback();
    transactions.begin();
    chronicle.tell(SECOND);
    transactions.setRollbackOnly();

    assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);
    assertThat(stored).isEmpty();
    assertThat(rung).isZero();
  }

  @Test
  void one_without_facts_stores_nothing() throws Exception {
    chronicle();
    transactions.begin();
    transactions.commit();

    assertThat(stored).isEmpty();
  }

  @Test
  void nothing_happens_where_its_facts_cannot_be_stored() throws Exception {
    Chronicle chronicle =
        chronicle(
            facts -> {
              throw new IllegalStateException("the disk is full");
            });
    transactions.begin();
    chronicle.tell(FIRST);

    assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);
    assertThat(rung).isZero();
  }

  @Test
  void nothing_is_told_outside_of_a_transaction() {
    assertThatThrownBy(() -> chronicle().tell(FIRST)).isInstanceOf(IllegalStateException.class);
  }
}
