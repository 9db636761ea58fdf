package dev.interact.system;

import java.time.Duration;

/** The short form of {@link Faults}. */
class FaultsTest extends Faults {
  FaultsTest() {
    super(new Form(3, 6, Duration.ofSeconds(2), 1, 1, Duration.ofSeconds(1)));
  }
}
