package dev.interact.bench;

import dev.interact.cli.Workplace;
import picocli.CommandLine;

/** The program behind {@code ./interact bench}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Workplace workplace = Workplace.ofProcess();
    CommandLine command = new CommandLine(new BenchCommand(workplace));
    command.getCommandSpec().usageMessage().footer(BenchCommand.footer());
    System.exit(dev.interact.cli.Main.prepared(command, workplace).execute(arguments));
  }
}
