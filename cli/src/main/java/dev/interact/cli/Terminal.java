package dev.interact.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the user sees.
 *
 * @param out for results alone
 * @param err for progress, warnings and errors
 * @param interactive whether {@code err} is a terminal that can redraw a line
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  static Terminal ofProcess() {
    return new Terminal(
        utf8(FileDescriptor.out), utf8(FileDescriptor.err), isStandardErrorATerminal());
  }

  /** Prints a result. */
  public void print(String text) {
    out.println(text);
    out.flush();
  }

  /** Tells the user something beside the result. */
  public void say(String line) {
    err.println(line);
    err.flush();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  /** Java tells of standard input and output together at most, so the shell is asked. */
  private static boolean isStandardErrorATerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return new ProcessBuilder("sh", "-c", "test -t 2").inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
