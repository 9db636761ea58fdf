package dev.interact.orchestrator.projection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.contracts.event.Event;
import java.time.Instant;

/**
 * Something that can be looked at while it changes: what was read of it once, and what was told
 * since. It may be told again what was read or told already. Not safe for use by several threads.
 */
public sealed interface Projection permits LiveStudy, LiveStudies {
  /** Takes in what was told; false where it is about something else. */
  boolean apply(long offset, Event event);

  /**
   * The view, which is to be left as it is: parts that have not changed are those of the view
   * before.
   */
  ObjectNode view(Instant now);

  /** The offset of the last event that was about it. */
  long offset();

  /** Whether it is to be read again, because something has changed of which not all is told. */
  boolean isStale();
}
