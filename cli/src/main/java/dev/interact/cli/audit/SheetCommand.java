package dev.interact.cli.audit;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.ExitCode;
import dev.interact.cli.Workplace;
import dev.interact.cli.dataset.Sets;
import dev.interact.preparation.set.DataSet;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code interact audit sheet}. */
@Command(
    name = "sheet",
    mixinStandardHelpOptions = true,
    description = {
      "Draw items of a data set and write them as a CSV that an auditor fills in.",
      "",
      "Of each domain as many as its share; some are items that gates dropped, and nothing in the"
          + " sheet tells which.",
      ""
    })
final class SheetCommand implements Callable<Integer> {
  private static final double PERCENT = 100;

  private final Workplace workplace;

  @Parameters(paramLabel = "SET", description = Sets.DESCRIPTION)
  private String set;

  @Option(
      names = {"-n", "--items"},
      paramLabel = "N",
      defaultValue = "50",
      description = "How many items (default: ${DEFAULT-VALUE}).")
  private int number;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Which draw (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--dropped",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description = "How many of them are items that gates dropped (default: ${DEFAULT-VALUE}).")
  private double dropped;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write (default: NAME-VERSION-audit.csv in the current folder).")
  private Path output;

  SheetCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    if (number < 1) {
      throw CommandFailed.wrongInput("-n must be at least 1, not %d.".formatted(number));
    }
    if (!(dropped >= 0 && dropped <= PERCENT)) {
      throw CommandFailed.wrongInput("--dropped must be from 0 to 100, not %s.".formatted(dropped));
    }
    DataSet found = Sets.find(set).verify();
    AuditDraw draw = new AuditDraw(number, dropped / PERCENT, seed);
    AuditSheet sheet = new AuditSheet(found, draw.of(AuditItem.of(found).values()));
    if (sheet.items().isEmpty()) {
      throw CommandFailed.wrongInput("%s has no item to audit.".formatted(found.reference()));
    }
    Path file = output == null ? Path.of(found.manifest().folder() + "-audit.csv") : output;
    write(sheet, file);
    tell(sheet, file);
    return ExitCode.DONE;
  }

  private static void write(AuditSheet sheet, Path file) {
    try {
      sheet.write(file);
    } catch (FileAlreadyExistsException e) {
      throw CommandFailed.wrongInput(
          "%s is there, and somebody may have filled it in; name another file with -o."
              .formatted(file));
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written: %s.".formatted(file, e), e);
    }
  }

  private void tell(AuditSheet sheet, Path file) {
    int all = sheet.items().size();
    workplace
        .terminal()
        .print(
            String.format(
                Locale.ROOT,
                "%,d items of %s are in %s: %,d that were kept and %,d that gates dropped (seed %d).",
                all,
                sheet.set().reference(),
                file,
                sheet.kept(),
                all - sheet.kept(),
                seed));
    if (all < number) {
      workplace.terminal().say("The set has no more items of these kinds to draw from.");
    }
  }
}
