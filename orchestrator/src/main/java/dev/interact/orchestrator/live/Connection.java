package dev.interact.orchestrator.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * The connection of a client that is sent events. What it has not taken yet is bounded: nobody
 * writes while it is full, and where it stays so for long it is closed. The client comes again.
 */
final class Connection {
  static final int MOST_BYTES = 256 * 1024;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final RoutingContext http;
  private final HttpServerResponse response;
  private final Runnable left;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LongSupplier nanos;
  private long taken;

  /**
   * Begins to answer with a stream of events.
   *
   * @param left is called once, when the client has gone or is closed
   */
  Connection(RoutingContext http, Runnable left) {
    this(http, left, System::nanoTime);
  }

  /**
   * @param nanos tells the time
   */
  Connection(RoutingContext http, Runnable left, LongSupplier nanos) {
    this.http = http;
    this.left = left;
    this.nanos = nanos;
    this.taken = nanos.getAsLong();
    this.response = http.response();
    response.exceptionHandler(error -> leave());
    response.closeHandler(end -> leave());
    response.endHandler(end -> leave());
    response.setWriteQueueMaxSize(MOST_BYTES);
    response.setChunked(true);
    response.putHeader("Content-Type", "text/event-stream; charset=utf-8");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Accel-Buffering", "no");
    // Compressed, an event would wait for the next ones.
    response.putHeader("Content-Encoding", "identity");
    response.write(Frames.HELLO);
  }

  boolean isOpen() {
    if (response.closed()) {
      // One that went before its handlers were there has called none.
      leave();
    }
    return !closed.get();
  }

  private void leave() {
    if (closed.compareAndSet(false, true)) {
      left.run();
    }
  }

  /** Whether it takes more now. One that has not for long is closed. */
  boolean isReady() {
    if (!isOpen()) {
      return false;
    }
    if (!response.writeQueueFull()) {
      taken = nanos.getAsLong();
      return true;
    }
    if (nanos.getAsLong() - taken > LONGEST_NANOS) {
      close();
    }
    return false;
  }

  void write(Buffer frames) {
    response.write(frames);
  }

  /** Ends it, also where it does not take what it was sent. */
  void close() {
    leave();
    http.request().connection().close();
  }
}
