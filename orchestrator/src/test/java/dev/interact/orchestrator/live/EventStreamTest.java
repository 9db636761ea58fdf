package dev.interact.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final Duration SOON = Duration.ofMillis(2);
  private static final int HELD = 1_000;
  private static final int EVENTS = 6_000;
  private static final int AT_ONCE = 250;
  private static final int LONG = 1_000;

  /** More than the sockets of a connection hold on both sides. */
  private static final long SOCKETS = 256 * 1024;

  private final Streams server = new Streams();
  private final Recent recent = new Recent(HELD);

  EventStreamTest() {
    recent.begin(0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static EventStream stream(RoutingContext http) {
    return new EventStream(new Connection(http, () -> {}), told -> true, 0);
  }

  private static Told told(long offset) {
    String json =
        "{\"type\":\"t\",\"data\":{\"study\":\"s\",\"long\":\"%s\"}}".formatted("x".repeat(LONG));
    return Told.of(offset, json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  @Test
  void who_does_not_read_holds_little_and_is_let_go_while_others_hear_all() throws Exception {
    try (SlowClient client = server.client("/").reading()) {
      EventStream fast = stream(server.asked());
      try (SlowClient other = server.client("/")) {
        RoutingContext http = server.asked();
        EventStream slow = stream(http);
        for (long from = 0; from < EVENTS; from += AT_ONCE) {
          recent.add(
              LongStream.range(from, from + AT_ONCE).mapToObj(EventStreamTest::told).toList(),
              from + AT_ONCE);
          slow.pump(recent);
          await()
              .pollInterval(SOON)
              .atMost(CEILING)
              .until(
                  () -> {
                    fast.pump(recent);
                    return fast.next() == recent.next();
                  });
        }
        int frame = told(EVENTS).frame().length();
        assertThat(http.response().bytesWritten())
            .isLessThan(Connection.MOST_BYTES + 200L * frame + SOCKETS)
            .isLessThan((long) EVENTS * frame / 4);
        assertThat(slow.connection().isOpen()).as("one who is too far behind").isFalse();
      }
      await().pollInterval(SOON).atMost(CEILING).until(() -> client.frames().size() == EVENTS);
      assertThat(client.frames().stream().map(heard -> Long.valueOf(heard.id())))
          .containsExactlyElementsOf(LongStream.range(0, EVENTS).boxed().toList());
      assertThat(fast.connection().isOpen()).isTrue();
    }
  }

  @Test
  void who_has_some_of_the_events_held_hears_the_others() throws Exception {
    recent.add(List.of(told(0), told(1), told(2)), 3);
    try (SlowClient client = server.client("/").reading()) {
      EventStream stream = stream(server.asked());
      stream.send(List.of(told(0)), 1);
      stream.pump(recent);
      await().pollInterval(SOON).atMost(CEILING).until(() -> client.frames().size() == 3);
      assertThat(client.frames()).extracting(SlowClient.Frame::id).containsExactly("0", "1", "2");
    }
  }
}
