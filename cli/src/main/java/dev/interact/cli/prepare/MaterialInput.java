package dev.interact.cli.prepare;

import dev.interact.cli.CommandFailed;
import dev.interact.cli.Workplace;
import dev.interact.cli.importing.Importing;
import dev.interact.importer.Field;
import dev.interact.importer.ImportOptions;
import dev.interact.importer.ImportOptions.Labels;
import dev.interact.importer.ImportReport;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Material as the user names it: imported already, or raw.
 *
 * @param imported where raw files are imported to
 * @param domain of raw files; null where it is that of their folders
 */
record MaterialInput(Path imported, String domain) {
  private static final String FILE = "material.jsonl";

  /** Reads it; raw files are imported first. */
  List<Concept> read(List<Path> paths, Workplace workplace) {
    List<Path> files =
        new ArrayList<>(
            paths.stream().filter(MaterialInput::isImported).map(MaterialInput::file).toList());
    List<Path> raw = paths.stream().filter(path -> !isImported(path)).toList();
    if (!raw.isEmpty()) {
      files.add(imported(raw, workplace));
    }
    return ConceptFiles.material(files);
  }

  private static boolean isImported(Path path) {
    return path.endsWith(FILE) || Files.exists(path.resolve(FILE));
  }

  private static Path file(Path path) {
    return path.endsWith(FILE) ? path : path.resolve(FILE);
  }

  private Path imported(List<Path> paths, Workplace workplace) {
    ImportOptions options = ImportOptions.into(imported);
    ImportReport report =
        Importing.run(
            paths,
            domain == null ? options : options.with(Labels.NONE.stating(Field.DOMAIN, domain)),
            workplace.terminal(),
            true);
    if (report.concepts() == 0) {
      throw CommandFailed.wrongInput("No concept could be imported.");
    }
    workplace
        .terminal()
        .say(
            String.format(
                Locale.ROOT, "Imported %,d concepts to %s.", report.concepts(), imported));
    return imported.resolve(FILE);
  }

  /** A name for a data set of what is at a path. */
  static String name(Path path) {
    String file = path.toAbsolutePath().normalize().getFileName().toString();
    String name =
        file.replaceFirst("\\.[A-Za-z]+$", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "set" : name;
  }
}
