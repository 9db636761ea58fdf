package dev.interact.orchestrator.deadletter;

import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.event.Chronicle;
import dev.interact.orchestrator.trouble.Trouble;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Keeps all dead letters in the database, however long it is away. Of one that a living database
 * refuses again and again the place alone is kept, so that it holds up no other.
 */
@ApplicationScoped
public class DeadLetterInbox {
  private static final Logger LOG = Logger.getLogger(DeadLetterInbox.class);
  private static final long PAUSE_SECONDS = 1;
  private static final int REFUSALS = 3;

  private final Trouble trouble;
  private final Chronicle chronicle;
  private final CountDownLatch stopping = new CountDownLatch(1);

  DeadLetterInbox(Trouble trouble, Chronicle chronicle) {
    this.trouble = trouble;
    this.chronicle = chronicle;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  @Incoming("dead-letters")
  @Blocking
  void take(ConsumerRecord<byte[], byte[]> letter) throws InterruptedException {
    int refusals = 0;
    Optional<RuntimeException> failure = failure(letter, true);
    while (failure.isPresent()) {
      if (stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("stopping; dead letters wait for the next start");
      }
      refusals += trouble.ofDatabase(failure.get()).isEmpty() ? 1 : 0;
      failure = failure(letter, refusals < REFUSALS);
    }
  }

  /** Stores a letter, or its place; says what went wrong. */
  private Optional<RuntimeException> failure(ConsumerRecord<byte[], byte[]> letter, boolean whole) {
    try {
      QuarkusTransaction.requiringNew()
          .run(() -> store(whole ? DeadLetterRow.of(letter) : DeadLetterRow.placeOf(letter)));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.warnf("dead letters wait: %s", e);
      return Optional.of(e);
    }
  }

  private void store(DeadLetterRow letter) {
    if (letter.store()) {
      chronicle.tell(new Fact.DeadLetterNoticed(letter.id, letter.topic, letter.reader));
    }
  }
}
