package dev.interact.system;

/** The short form of {@link ProviderFaults}. */
class ProviderFaultsTest extends ProviderFaults {
  ProviderFaultsTest() {
    super(new Form(200, 12, 50, 0));
  }
}
