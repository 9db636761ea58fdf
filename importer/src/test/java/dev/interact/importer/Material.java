package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interact.study.Concept;
import dev.interact.study.file.ConceptFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A folder of raw files, and what an import makes of it. */
final class Material {
  static final Path ROOT = Path.of(System.getProperty("interact.root", "..")).toAbsolutePath();
  private static final String PLACE =
      System.getenv().getOrDefault("INTERACT_MATERIAL", "../shared/data");

  /** Texts that other people wrote, in a folder beside the checkout or in INTERACT_MATERIAL. */
  static final Path SHARED = ROOT.resolve(PLACE).resolve("import").normalize();

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private ImportReport report;

  Material(Path folder) {
    this.folder = folder;
  }

  /**
   * Skips a test where there is no shared material; in continuous integration
   * INTERACT_MATERIAL=none must say so.
   */
  static void requireShared() {
    boolean there = Files.exists(SHARED.resolve("MANIFEST.tsv"));
    boolean needed = "true".equals(System.getenv("CI")) && !PLACE.equals("none");
    assertThat(there || !needed).as(SHARED + " exists").isTrue();
    assumeTrue(there, () -> "skipped: there is no " + SHARED);
  }

  Path raw() {
    return folder.resolve("raw");
  }

  Path output() {
    return folder.resolve("material");
  }

  Material with(String name, String text) {
    return with(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Material with(String name, byte[] bytes) {
    try {
      Path file = raw().resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  Material imported() {
    return imported(options -> options);
  }

  Material imported(UnaryOperator<ImportOptions> how) {
    return imported(how, List.of(raw()));
  }

  Material imported(UnaryOperator<ImportOptions> how, List<Path> paths) {
    try {
      report = Import.of(how.apply(ImportOptions.into(output()))).run(paths, progress -> {});
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  ImportReport report() {
    return report;
  }

  FileReport report(String name) {
    return report.files().stream().filter(f -> f.file().equals(name)).findFirst().orElseThrow();
  }

  List<Concept> concepts() {
    return ConceptFiles.material(List.of(output().resolve("material.jsonl")));
  }

  Concept concept(String id) {
    return concepts().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  String text(String id) {
    return concept(id).context();
  }

  JsonNode written() {
    try {
      return MAPPER.readTree(output().resolve("import.json").toFile());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
