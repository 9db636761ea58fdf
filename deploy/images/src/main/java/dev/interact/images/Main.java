package dev.interact.images;

import dev.interact.cli.Workplace;
import picocli.CommandLine;

/** The program behind {@code ./interact images}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Workplace workplace = Workplace.ofProcess();
    CommandLine command = new CommandLine(new ImagesCommand(workplace));
    System.exit(dev.interact.cli.Main.prepared(command, workplace).execute(arguments));
  }
}
