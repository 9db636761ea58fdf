package dev.interact.cli;

/** Why a command ends early: a sentence for the user, or one a line, and the exit code. */
public final class CommandFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CommandFailed(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** What the user gave cannot be used. */
  public static CommandFailed wrongInput(String sentence) {
    return new CommandFailed(ExitCode.WRONG_INPUT, sentence, null);
  }

  /** Nothing runs that the command could speak to. */
  public static CommandFailed noStack(String sentence, Throwable cause) {
    return new CommandFailed(ExitCode.NO_STACK, sentence, cause);
  }

  /** What is recorded does not come out again. */
  public static CommandFailed notReproduced(String sentences) {
    return new CommandFailed(ExitCode.NOT_REPRODUCED, sentences, null);
  }

  /** The user pressed Ctrl-C. */
  public static CommandFailed interrupted(String sentence) {
    return new CommandFailed(ExitCode.INTERRUPTED, sentence, null);
  }

  /** A file cannot be written, an answer cannot be read. */
  public static CommandFailed unexpected(String sentence, Throwable cause) {
    return new CommandFailed(ExitCode.UNEXPECTED, sentence, cause);
  }

  public int exitCode() {
    return exitCode;
  }
}
