package dev.interact.importer;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.importer.Reader.Reading;
import dev.interact.importer.output.Concepts;
import dev.interact.importer.output.MaterialFolder;
import dev.interact.importer.output.Staging;
import dev.interact.importer.source.InputFile;
import dev.interact.importer.source.InputFiles;
import dev.interact.importer.source.Kind;
import dev.interact.importer.table.Sidecar;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.io.file.PathUtils;

/** Makes material of raw files: a concept file whose concepts have no quiz, and a report. */
public final class Import {
  private static final Pattern ABOUT =
      Pattern.compile("(?i)(readme|licen[cs]e|copying|notice)(\\.(md|txt|html))?");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ImportOptions options;
  private final List<FileReport> reports = new ArrayList<>();
  private final Map<Path, Map<Field, String>> said = new HashMap<>();

  private Import(ImportOptions options) {
    this.options = options;
  }

  /** An import, to be run once. */
  public static Import of(ImportOptions options) {
    return new Import(options);
  }

  /**
   * Imports files and folders. A file that cannot be imported is in the report, and the others are
   * imported all the same. Where no concept comes of it, no folder is made, and an earlier one
   * stays.
   *
   * @param progress told at each file
   * @throws InvalidInput if a path is not there, or the output is a folder that no import made
   * @throws IOException if the output cannot be written
   */
  public ImportReport run(List<Path> paths, Consumer<Progress> progress) throws IOException {
    requireThere(paths);
    Staging staging = new Staging();
    try (MaterialFolder folder = new MaterialFolder(options.output(), staging)) {
      Concepts concepts = new Concepts(options, folder, staging);
      List<InputFile> files = find(paths);
      for (int i = 0; i < files.size(); i++) {
        progress.accept(new Progress(i, files.size(), files.get(i).name()));
        one(files.get(i), concepts, staging);
      }
      progress.accept(new Progress(files.size(), files.size(), null));
      ImportReport report = ImportReport.of(reports, concepts.undated());
      if (report.concepts() > 0) {
        folder.finish(MAPPER.convertValue(report, ObjectNode.class));
      }
      return report;
    }
  }

  /**
   * Imports one file that somebody uploaded; nothing stays of it on the disk.
   *
   * @param name as the user knows it; of a path only the last part counts
   * @param options all but the output; a domain must be stated, unless the file's rows have their
   *     own
   * @throws IOException if there is no room for temporary files
   */
  public static Upload upload(String name, byte[] bytes, ImportOptions options) throws IOException {
    Path folder = Files.createTempDirectory("interact-upload-");
    try {
      Path file = folder.resolve("in").resolve(fileName(name));
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      Path output = folder.resolve("out");
      ImportReport report = of(options.to(output)).run(List.of(file), progress -> {});
      List<Concept> concepts =
          report.concepts() == 0
              ? List.of()
              : ConceptFiles.material(List.of(output.resolve(MaterialFolder.CONCEPTS)));
      return new Upload(report.files().getFirst(), concepts);
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  private static String fileName(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}:*?\"<>|]", "_");
    return plain.isBlank() || plain.matches("\\.+") ? "upload" : plain;
  }

  private static void requireThere(List<Path> paths) {
    InvalidInput.throwIfAny(
        paths.stream()
            .filter(path -> !Files.exists(path))
            .map(path -> new Problem(path.toString(), 0, null, "is not there"))
            .toList());
  }

  private List<InputFile> find(List<Path> paths) throws IOException {
    InputFiles found = new InputFiles(options.output());
    for (Path path : paths) {
      found.add(path);
    }
    found.leftOut().forEach((name, why) -> unread(name, Outcome.LEFT_OUT, why));
    found.refused().forEach((name, why) -> unread(name, Outcome.REFUSED, why));
    List<InputFile> files = new ArrayList<>();
    for (InputFile file : found.files()) {
      if (ABOUT.matcher(file.fileName()).matches()) {
        unread(file.name(), Outcome.LEFT_OUT, "tells of its folder");
      } else if (Sidecar.is(file)) {
        hear(file);
      } else {
        files.add(file);
      }
    }
    // Tables first, so that an image that a row names is that row's.
    files.sort(comparing(Kind::isImageByName));
    return files;
  }

  private void hear(InputFile file) throws IOException {
    try {
      said.putAll(Sidecar.read(new Reading(file, options)));
      unread(file.name(), Outcome.LEFT_OUT, "tells of the files beside it");
    } catch (Refused e) {
      unread(file.name(), Outcome.REFUSED, e.getMessage());
    }
  }

  private void one(InputFile file, Concepts concepts, Staging staging) {
    Map<Field, String> others = said.getOrDefault(file.path(), Map.of());
    FileReport report = new FileImport(concepts, new Reading(file, options), others).run();
    if (report.outcome() == Outcome.REFUSED) {
      staging.rollBack();
    } else {
      staging.keep();
    }
    reports.add(report);
  }

  private void unread(String name, Outcome outcome, String why) {
    reports.add(FileReport.unread(name, outcome, why));
  }
}
