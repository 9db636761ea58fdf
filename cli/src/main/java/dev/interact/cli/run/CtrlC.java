package dev.interact.cli.run;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While it is open, Ctrl-C interrupts a thread instead of ending the process, so that a study is
 * paused before its services stop. A second Ctrl-C has its usual effect.
 */
final class CtrlC implements AutoCloseable {
  private static final Signal INT = new Signal("INT");

  private final SignalHandler usual;

  private CtrlC(Thread thread) {
    this.usual =
        Signal.handle(
            INT,
            signal -> {
              close();
              thread.interrupt();
            });
  }

  static CtrlC interrupting(Thread thread) {
    return new CtrlC(thread);
  }

  @Override
  public void close() {
    Signal.handle(INT, usual);
  }
}
