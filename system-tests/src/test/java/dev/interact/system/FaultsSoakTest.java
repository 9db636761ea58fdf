package dev.interact.system;

import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** The long form of {@link Faults}. */
@Tag("soak")
class FaultsSoakTest extends Faults {
  FaultsSoakTest() {
    super(new Form(30, 60, Duration.ofSeconds(6), 5, 4, Duration.ofSeconds(60)));
  }
}
