package dev.interact.cli.api;

/** The user pressed Ctrl-C while the command was waiting. */
public final class Interrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Interrupted() {
    super("interrupted");
  }
}
