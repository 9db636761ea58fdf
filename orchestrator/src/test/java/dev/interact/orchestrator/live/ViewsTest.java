package dev.interact.orchestrator.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.event.Event;
import dev.interact.contracts.event.Fact;
import dev.interact.orchestrator.projection.Figures;
import dev.interact.orchestrator.projection.Head;
import dev.interact.orchestrator.projection.LiveStudy;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final int HELD = 10;

  private final AtomicInteger readings = new AtomicInteger();
  private final Recent recent = new Recent(HELD);
  private final Views views = new Views(recent, new Read(), new Clients(Optional.empty()));
  private int told;

  ViewsTest() {
    recent.begin(0);
    views.start(new StartupEvent());
  }

  @AfterEach
  void stop() {
    views.stop(new ShutdownEvent());
  }

  /** Each reading finds a study of another name. */
  private final class Read extends Readers {
    Read() {
      super(null, null, null);
    }

    @Override
    LiveStudy study(String id, long offset) {
      String name = "reading " + readings.incrementAndGet();
      Head head = new Head(id, name, "preparation", "running", null, 0, "", START, null, null);
      Figures figures =
          new Figures(100, 0, 0, 0, Set.of(), Set.of(), new Figures.Money(null, 0, 0, 0, 0));
      return new LiveStudy(head, figures, null, offset);
    }
  }

  private void tell(int events) {
    for (int i = 0; i < events; i++) {
      Event event =
          Event.of(
              "%016d-000000".formatted(told), START, new Fact.CallFailed("other", "call", "model"));
      byte[] json = Json.write(event);
      recent.add(List.of(Told.of(told, json).orElseThrow()), told + 1);
      told++;
    }
  }

  private String name() {
    return views.now("s").join().at("/study/name").asText();
  }

  @Test
  void what_was_told_since_is_taken_from_memory() {
    assertThat(name()).isEqualTo("reading 1");
    tell(HELD);

    assertThat(name()).isEqualTo("reading 1");
  }

  @Test
  void a_view_that_nobody_watched_for_long_is_read_again_before_it_is_shown() {
    assertThat(name()).isEqualTo("reading 1");
    tell(HELD + 1);

    assertThat(name()).isEqualTo("reading 2");
    assertThat(name()).isEqualTo("reading 2");
  }
}
