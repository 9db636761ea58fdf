package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.window.Gate;

/**
 * How much of a model is asked for, as the writer knows it.
 *
 * @param inFlight attempts that were sent and not replied to
 * @param width of the window: attempts that may be in flight, were the provider not to ask to wait
 * @param closedMillis how long the provider asks to wait still
 */
public record Load(String model, int inFlight, int width, long closedMillis) {

  static Load of(String model, Gate gate, int inFlight) {
    return new Load(model, inFlight, gate.width(), gate.closedMillis());
  }
}
