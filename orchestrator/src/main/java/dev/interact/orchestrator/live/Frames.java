package dev.interact.orchestrator.live;

import io.vertx.core.buffer.Buffer;

/** Server-sent events as bytes. */
final class Frames {
  /** What keeps a connection, and proxies on its way, from taking silence for its end. */
  static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");

  /** The first thing that a client gets: how many milliseconds it waits before it comes again. */
  static final Buffer HELLO = Buffer.buffer("retry: 1000\n\n");

  private Frames() {}

  /**
   * An event with an id.
   *
   * @param data without line breaks
   */
  static Buffer of(long id, String event, String data) {
    return Buffer.buffer("id: %d\nevent: %s\ndata: %s\n\n".formatted(id, event, data));
  }

  /** A heartbeat that tells a client how far it has come, where nothing of late was for it. */
  static Buffer heartbeat(long id) {
    return Buffer.buffer(":\nid: %d\n\n".formatted(id));
  }

  /**
   * Says that events are gone, in an event without an id.
   *
   * @param from offset of the first that is missing
   * @param to offset of the first that is there
   */
  static Buffer gap(long from, long to) {
    return Buffer.buffer("event: gap\ndata: {\"from\":%d,\"to\":%d}\n\n".formatted(from, to));
  }
}
