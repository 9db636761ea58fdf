package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.orchestrator.projection.MergePatch;
import dev.interact.orchestrator.projection.Projection;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** A view, and all who look at it. Used by one thread at a time. */
final class Watch {
  /** From one patch to the next at least. */
  static final Duration PERIOD = Duration.ofMillis(250);

  private static final int MOST = 1_000;

  /** The pause after making a view, in times of what it took: one thread makes all views. */
  private static final int PAUSE = 4;

  private final List<Viewer> viewers = new ArrayList<>();
  private Projection projection;
  private long next;
  private ObjectNode shown;
  private Buffer whole;
  private final LongSupplier nanos;
  private long rested;

  /** One who looks, and whether it has all that was shown. */
  private static final class Viewer {
    private final Connection connection;
    private boolean hasAll;

    Viewer(Connection connection) {
      this.connection = connection;
    }
  }

  /**
   * A view of something.
   *
   * @param next offset of the first event that it may not have seen; -1 where nothing was heard
   */
  Watch(Projection projection, long next) {
    this(projection, next, System::nanoTime);
  }

  /**
   * @param nanos tells the time
   */
  Watch(Projection projection, long next, LongSupplier nanos) {
    this.projection = projection;
    this.next = next;
    this.nanos = nanos;
    this.rested = nanos.getAsLong();
  }

  /** Goes on with what was read again. */
  void renew(Projection other, long from) {
    projection = other;
    next = from;
  }

  Projection projection() {
    return projection;
  }

  /** Takes in what was told since; false where it has missed some, and must be read again. */
  boolean follow(Recent recent) {
    if (recent.next() < 0) {
      return true;
    }
    long before;
    do {
      before = next;
      Optional<Recent.Stretch> stretch = recent.from(next, MOST);
      if (stretch.isEmpty()) {
        return false;
      }
      stretch.get().events().stream()
          .filter(told -> told.event() != null && told.offset() >= next)
          .forEach(told -> projection.apply(told.offset(), told.event()));
      next = stretch.get().next();
    } while (next != before);
    return true;
  }

  void add(Connection connection) {
    viewers.add(new Viewer(connection));
  }

  /** Whether anybody looks; those who have gone are forgotten. */
  boolean isWatched() {
    viewers.removeIf(viewer -> !viewer.connection.isOpen());
    return !viewers.isEmpty();
  }

  /** The view as it is now, or was when it was shown last; to be left as it is. */
  ObjectNode view(Instant now) {
    if (viewers.isEmpty() || shown == null) {
      make(now);
    }
    return shown;
  }

  /** Shows what has changed to all who look; not at once again where making it took long. */
  void show(Instant now) {
    long begin = nanos.getAsLong();
    if (begin - rested >= 0) {
      make(now);
      long end = nanos.getAsLong();
      rested = Math.max(begin + PERIOD.toNanos(), end + PAUSE * (end - begin));
    }
    viewers.forEach(this::complete);
  }

  private void make(Instant now) {
    ObjectNode before = shown;
    shown = projection.view(now);
    ObjectNode patch = before == null ? null : MergePatch.between(before, shown);
    if (patch != null && patch.isEmpty()) {
      shown = before;
    } else {
      whole = null;
      tell(patch);
    }
  }

  private void tell(ObjectNode patch) {
    Buffer frame = patch == null ? null : frame("patch", patch);
    for (Viewer viewer : viewers) {
      viewer.hasAll = viewer.hasAll && frame != null && viewer.connection.isReady();
      if (viewer.hasAll) {
        viewer.connection.write(frame);
      }
    }
  }

  /** Gives the whole to one who has not all of it, once it takes more. */
  private void complete(Viewer viewer) {
    if (!viewer.hasAll && viewer.connection.isReady()) {
      whole = whole == null ? frame("view", shown) : whole;
      viewer.connection.write(whole);
      viewer.hasAll = true;
    }
  }

  private Buffer frame(String event, ObjectNode data) {
    return Frames.of(shown.get("offset").asLong(), event, data.toString());
  }

  void beat() {
    viewers.stream()
        .map(viewer -> viewer.connection)
        .filter(Connection::isReady)
        .forEach(connection -> connection.write(Frames.HEARTBEAT));
  }
}
