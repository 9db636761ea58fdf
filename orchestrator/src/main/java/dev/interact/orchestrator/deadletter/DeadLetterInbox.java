package dev.interact.orchestrator.deadletter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Keeps all dead letters in the database, however long it is away. */
@ApplicationScoped
public class DeadLetterInbox {
  private static final Logger LOG = Logger.getLogger(DeadLetterInbox.class);
  private static final long PAUSE_SECONDS = 1;

  private final CountDownLatch stopping = new CountDownLatch(1);

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  @Incoming("dead-letters")
  @Blocking
  void take(ConsumerRecord<byte[], byte[]> letter) throws InterruptedException {
    while (!isStored(letter)) {
      if (stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("stopping; dead letters wait for the next start");
      }
    }
  }

  private static boolean isStored(ConsumerRecord<byte[], byte[]> letter) {
    try {
      QuarkusTransaction.requiringNew().run(() -> DeadLetterRow.store(letter));
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("dead letters wait: %s", e);
      return false;
    }
  }
}
