package dev.interact.cli.prepare;

import dev.interact.cli.Workplace;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Material as the user names it: imported already, or raw. */
final class MaterialInput {
  private static final String FILE = "material.jsonl";

  private MaterialInput() {}

  /** Reads it; raw files are imported first. */
  static List<Concept> read(List<Path> paths, String name, String domain, Workplace workplace) {
    return ConceptFiles.material(
        paths.stream().map(path -> Files.isDirectory(path) ? path.resolve(FILE) : path).toList());
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
