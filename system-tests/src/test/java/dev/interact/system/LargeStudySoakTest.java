package dev.interact.system;

import org.junit.jupiter.api.Tag;

/** The long form of {@link LargeStudy}: 10,000 dialogues with 160,000 calls. */
@Tag("soak")
class LargeStudySoakTest extends LargeStudy {
  LargeStudySoakTest() {
    super(50, 100);
  }
}
