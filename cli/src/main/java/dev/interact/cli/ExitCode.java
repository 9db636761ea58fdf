package dev.interact.cli;

/** What the command tells the shell. */
public final class ExitCode {
  /** Everything asked for was done; of a study, all dialogues are finished. */
  public static final int DONE = 0;

  /** Something went wrong that should not. */
  public static final int UNEXPECTED = 1;

  /** The command line or a file is wrong: nothing was started. */
  public static final int WRONG_INPUT = 2;

  /** The study is over or cancelled: some of its dialogues failed or were not run. */
  public static final int DIALOGUES_FAILED = 3;

  /** The services cannot be started or reached. */
  public static final int NO_STACK = 4;

  /** The study's budget is used up. */
  public static final int CAP_REACHED = 5;

  /** A replay, or grading again, did not give what is recorded. */
  public static final int NOT_REPRODUCED = 6;

  /** Some files could not be imported; the others were. */
  public static final int FILES_REFUSED = 7;

  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
