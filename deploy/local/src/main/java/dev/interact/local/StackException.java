package dev.interact.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Why the stack cannot start or stop, in sentences meant for a person; the cause adds nothing. */
public final class StackException extends RuntimeException {

  private StackException(String message, Throwable cause) {
    super(message, cause);
  }

  public static StackException because(String sentence) {
    return new StackException(sentence, null);
  }

  public static StackException stoppedWhileStarting(String process, String lastError, Path log) {
    return because("%s stopped while starting: %s (log: %s)".formatted(process, lastError, log));
  }

  public static StackException notReady(String process, Duration limit, Path log) {
    return because(
        "%s was not ready within %d s (log: %s)".formatted(process, limit.toSeconds(), log));
  }

  public static StackException cannotStart(String process, IOException cause) {
    return new StackException("Cannot start %s: %s".formatted(process, cause.getMessage()), cause);
  }

  public static StackException portInUse(int port) {
    return because(
        "Port %d is in use (by another program); stop it or choose another with --port."
            .formatted(port));
  }

  public static StackException alreadyRunning(Path dataDirectory) {
    return because(
        "Another Interact is running on %s; stop it with ./interact down or choose another data directory."
            .formatted(dataDirectory));
  }
}
