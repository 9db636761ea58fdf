package dev.interact.orchestrator.check;

/** A check cannot be brought to its end; the message is a sentence for people. */
final class CheckFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CheckFailed(String sentence) {
    super(sentence);
  }
}
