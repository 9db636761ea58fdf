package dev.interact.orchestrator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class TopicLagTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final int CALLERS = 8;

  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch answers = new CountDownLatch(1);
  private final AtomicLong nanos = new AtomicLong();
  private final TopicLag lag = new TopicLag(awayBroker(), nanos::get);

  /** Answers that it is away, when it answers at all. */
  private Admin awayBroker() {
    return (Admin)
        Proxy.newProxyInstance(
            Admin.class.getClassLoader(),
            new Class<?>[] {Admin.class},
            (self, method, arguments) -> {
              asked.incrementAndGet();
              answers.await();
              throw new KafkaException("away");
            });
  }

  @Test
  void the_broker_is_asked_once_a_second_for_all_who_want_to_know() throws InterruptedException {
    List<Thread> callers =
        IntStream.range(0, CALLERS)
            .mapToObj(any -> Thread.ofPlatform().start(lag::topics))
            .toList();
    await().atMost(CEILING).until(() -> callers.stream().allMatch(TopicLagTest::waits));
    answers.countDown();
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(lag.topics()).as("what a broker says that is away").isNull();
    assertThat(asked).hasValue(1);

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(lag.topics()).isNull();
    assertThat(asked).hasValue(2);
  }

  private static boolean waits(Thread caller) {
    return switch (caller.getState()) {
      case WAITING, BLOCKED -> true;
      case NEW, RUNNABLE, TIMED_WAITING, TERMINATED -> false;
    };
  }
}
