package dev.interact.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The signals that Java itself cannot send. */
public enum Signal {
  INT,
  QUIT,
  STOP,
  CONT;

  public void send(long pid) {
    try {
      // A built-in of every shell; not every system has it as a program.
      new ProcessBuilder("sh", "-c", "kill -" + this + " " + pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
