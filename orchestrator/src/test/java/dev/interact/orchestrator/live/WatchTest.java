package dev.interact.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.interact.contracts.Json;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Figures;
import dev.interact.orchestrator.projection.Head;
import dev.interact.orchestrator.projection.Known;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.projection.MergePatch;
import dev.interact.orchestrator.projection.Stage;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Duration CEILING = Duration.ofMinutes(1);
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final int CONCEPTS = 20;
  private static final int LONG = 3_000;
  private static final int PATCHES = 120;
  private static final Duration SOON = Duration.ofMillis(2);

  /** More than the sockets of a connection hold on both sides. */
  private static final long SOCKETS = 256 * 1024;

  private final Streams server = new Streams();
  private final AtomicLong nanos = new AtomicLong(-7);
  private final Recent recent = new Recent(10_000);
  private final Watch watch = new Watch(preparation(), 0, nanos::get);
  private long told;

  WatchTest() {
    recent.begin(0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** One whose every patch is long: it names all its concepts. */
  private static LiveStudy preparation() {
    Head head = new Head("p", "watched", "preparation", "running", null, 0, "", START, null, null);
    Figures figures =
        new Figures(100, 0, 0, 0, Set.of(), Set.of(), new Figures.Money(null, 0, 0, 0, 0));
    LiveStudy study = new LiveStudy(head, figures, null, -1);
    for (int i = 0; i < CONCEPTS; i++) {
      String name = i + "-" + "x".repeat(LONG);
      study.add(
          new Known(String.valueOf(i), null, null, name, "d", null, 5, 0, false, true),
          Stage.RUNNING,
          List.of(),
          null);
    }
    return study;
  }

  private void tell(Fact fact) {
    Event event = Event.of("%016d-000000".formatted(told), START, fact);
    String json = new String(Json.write(event), StandardCharsets.UTF_8);
    recent.add(
        List.of(Told.of(told, json.getBytes(StandardCharsets.UTF_8)).orElseThrow()), told + 1);
    told++;
    watch.follow(recent);
  }

  /** Another concept fails, or is taken up again: the list of those under way is another. */
  private void change(int time) {
    String concept = String.valueOf(time % CONCEPTS);
    tell(
        time / CONCEPTS % 2 == 0
            ? new Fact.ConceptFailed("p", concept)
            : new Fact.ConceptTakenUp("p", concept));
  }

  private Connection watch(RoutingContext http) {
    Connection connection = new Connection(http, () -> {}, nanos::get);
    watch.add(connection);
    return connection;
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    watch.show(START);
  }

  @Test
  void patches_come_four_a_second_at_most_however_much_happens() throws Exception {
    int seconds = 10;
    try (SlowClient client = server.client("/").reading()) {
      Connection connection = watch(server.asked());
      for (int millis = 0; millis < seconds * 1_000; millis += 10) {
        tell(new Fact.CallFailed("p", "call-" + millis, "m"));
        pass(Duration.ofMillis(10));
      }
      connection.write(Frames.of(told, "end", "{}"));

      List<SlowClient.Frame> frames = client.frames();
      await()
          .atMost(CEILING)
          .until(() -> !frames.isEmpty() && frames.getLast().event().equals("end"));
      assertThat(frames.getFirst().event()).isEqualTo("view");
      assertThat(frames.stream().filter(frame -> frame.event().equals("patch")))
          .hasSize(4 * seconds - 1);
    }
  }

  @Test
  void who_does_not_read_holds_little_and_gets_the_whole_when_it_does() throws Exception {
    try (SlowClient fast = server.client("/").reading()) {
      watch(server.asked());
      try (SlowClient slow = server.client("/")) {
        RoutingContext http = server.asked();
        Connection stalled = watch(http);
        for (int patch = 1; patch <= PATCHES; patch++) {
          change(patch);
          pass(Watch.PERIOD);
          int number = patch;
          await().pollInterval(SOON).atMost(CEILING).until(() -> fast.frames().size() == number);
        }
        var sizes = fast.frames().stream().mapToLong(sent -> sent.data().length());
        LongSummaryStatistics sent = sizes.summaryStatistics();
        assertThat(http.response().bytesWritten())
            .isLessThan(Connection.MOST_BYTES + 2 * sent.getMax() + SOCKETS)
            .isLessThan(sent.getSum() / 4);
        assertThat(stalled.isOpen()).isTrue();

        slow.reading();
        await()
            .pollInterval(SOON)
            .atMost(CEILING)
            .until(
                () -> {
                  watch.show(START);
                  return state(fast.frames()).equals(state(slow.frames()));
                });
        assertThat(slow.frames()).hasSizeLessThan(PATCHES / 2);
        assertThat(slow.frames().stream().filter(one -> one.event().equals("view"))).hasSize(2);
      }
    }
  }

  @Test
  void who_takes_nothing_for_half_a_minute_is_let_go() throws Exception {
    try (SlowClient slow = server.client("/")) {
      Connection stalled = watch(server.asked());
      fill(stalled);
      pass(Duration.ofSeconds(29));
      assertThat(watch.isWatched()).isTrue();
      pass(Duration.ofSeconds(2));
      assertThat(watch.isWatched()).isFalse();
      assertThat(stalled.isOpen()).isFalse();
    }
  }

  /** Until it stays full: what waits in it goes to the sockets first, as long as these take any. */
  private static void fill(Connection connection) {
    Buffer some = Buffer.buffer(":" + "x".repeat(LONG) + "\n\n");
    await()
        .pollInterval(SOON)
        .during(Duration.ofMillis(300))
        .atMost(CEILING)
        .until(
            () -> {
              boolean isFull = !connection.isReady();
              while (connection.isReady()) {
                connection.write(some);
              }
              return isFull;
            });
  }

  private static JsonNode state(List<SlowClient.Frame> frames) {
    JsonNode state = MissingNode.getInstance();
    for (SlowClient.Frame frame : frames) {
      JsonNode data = Json.read(frame.data().getBytes(StandardCharsets.UTF_8), JsonNode.class);
      state = frame.event().equals("view") ? data : MergePatch.apply(state, data);
    }
    return state;
  }
}
