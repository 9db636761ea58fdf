package dev.interact.orchestrator.projection;

import java.util.Comparator;

/**
 * The id of an event: the row that it was stored in, and its place there. Ids rise as facts were
 * stored, so that of two facts of one thing the one with the greater id holds, however often and in
 * which order they come.
 */
record EventId(long row, long place) implements Comparable<EventId> {
  /** Before all events: of what was read from the database. */
  static final EventId NONE = new EventId(-1, -1);

  private static final Comparator<EventId> ORDER =
      Comparator.comparingLong(EventId::row).thenComparingLong(EventId::place);

  /** Reads an id like {@code 0000000000000042-000001}. */
  static EventId of(String id) {
    String[] parts = id.split("-", 2);
    return new EventId(Long.parseLong(parts[0]), parts.length == 1 ? 0 : Long.parseLong(parts[1]));
  }

  boolean isAfter(EventId other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(EventId other) {
    return ORDER.compare(this, other);
  }
}
