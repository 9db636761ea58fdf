package dev.interact.orchestrator.writer;

/** This process is not the writer, or is so no more: the transaction must not commit. */
public final class Deposed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Deposed() {
    super("this process is not the writer", null, false, false);
  }
}
