package dev.interact.system;

import org.junit.jupiter.api.Tag;

/** The long form of {@link ProviderFaults}. */
@Tag("soak")
class ProviderFaultsSoakTest extends ProviderFaults {
  ProviderFaultsSoakTest() {
    super(new Form(3000, 200, 500, 0.9));
  }
}
