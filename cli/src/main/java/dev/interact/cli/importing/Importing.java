package dev.interact.cli.importing;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Terminal;
import dev.interact.importer.FileReport;
import dev.interact.importer.Import;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportReport;
import dev.interact.importer.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An import under the user's eyes: with a bar, and a line for each file that is refused. */
public final class Importing {
  private Importing() {}

  /**
   * Imports files and folders.
   *
   * @param mayShow whether progress is shown, where there is a terminal
   */
  public static ImportReport run(
      List<Path> paths, ImportOptions options, Terminal terminal, boolean mayShow) {
    boolean isShown = terminal.interactive() && mayShow;
    try (ImportProgress progress = new ImportProgress(isShown ? terminal.err() : null)) {
      ImportReport report = Import.of(options).run(paths, progress::show);
      report
          .files(Outcome.REFUSED)
          .map(FileReport::sentence)
          .forEach(sentence -> terminal.say("Refused: " + sentence));
      return report;
    } catch (IOException e) {
      throw CommandFailed.unexpected("%s cannot be written: %s".formatted(options.output(), e), e);
    }
  }
}
