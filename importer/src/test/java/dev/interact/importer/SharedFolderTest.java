package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.study.Concept;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that other people wrote come as they are. */
class SharedFolderTest {
  private static final Path RAW = Material.SHARED;

  @TempDir private Path folder;
  private Material material;

  @BeforeEach
  void importAll() {
    Material.requireShared();
    material = new Material(folder).imported(options -> options, List.of(RAW));
  }

  /** The lines of MANIFEST.tsv; a stand-in where there is none, of which the test is skipped. */
  static List<List<String>> manifest() throws IOException {
    Path manifest = RAW.resolve("MANIFEST.tsv");
    return Files.exists(manifest)
        ? Files.readAllLines(manifest).stream()
            .skip(1)
            .map(line -> List.of(line.split("\t")))
            .toList()
        : List.of(List.of("none"));
  }

  @Test
  void every_file_is_imported_and_has_a_domain_of_the_manifest() throws IOException {
    assertThat(material.report().files(Outcome.REFUSED)).isEmpty();
    assertThat(material.report().files(Outcome.IMPORTED).map(FileReport::file))
        .containsExactlyInAnyOrderElementsOf(manifest().stream().map(List::getFirst).toList());
    assertThat(material.report().domains().keySet())
        .isEqualTo(
            manifest().stream()
                .map(line -> line.get(1))
                .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(material.concepts()).allMatch(concept -> concept.licence() != null);
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void a_file_has_the_characters_and_scripts_of_the_manifest(List<String> line) throws IOException {
    FileReport report = material.report(line.getFirst());
    String raw = read(line.getFirst());
    String whole = String.join("\n", texts(line));

    assertThat(raw.codePointCount(0, raw.length())).isEqualTo(Integer.parseInt(line.get(3)));
    assertThat(report.characters()).containsOnlyKeys(line.get(1));
    assertThat((long) texts(line).stream().mapToInt(String::length).sum())
        .isEqualTo(report.characters().get(line.get(1)));
    assertThat(report.scripts().containsKey("cyrillic"))
        .isEqualTo(line.get(4).contains("CYRILLIC"));
    assertThat(report.notes().stream().anyMatch(note -> note.startsWith("mojibake")))
        .isEqualTo(line.get(4).equals("mojibake"));
    assertThat(report.notes().stream().anyMatch(note -> note.startsWith("no-break")))
        .isEqualTo(line.get(4).equals("NBSP"));
    assertThat(whole.isEmpty()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void a_file_has_every_word_that_it_had(List<String> line) throws IOException {
    String name = line.getFirst();
    String raw = read(name);
    List<String> texts = texts(line);
    switch (name.substring(name.lastIndexOf('.'))) {
      case ".txt" -> assertThat(texts).containsExactly(normal(raw));
      case ".csv" -> assertThat(words(String.join(" ", texts))).isEqualTo(words(withoutCsv(raw)));
      case ".html" -> {
        assertThat(words(texts.getFirst())).isEqualTo(words(withoutTags(raw)));
        assertThat(texts.getFirst()).doesNotContain("<p", "</", "&nbsp;", "&#");
      }
      default -> throw new AssertionError(name);
    }
  }

  @Test
  void mojibake_is_repaired_on_demand_and_nothing_else_is_changed() throws IOException {
    String name = "04-squality-mojibake.txt";
    Material repaired =
        new Material(folder.resolve("again"))
            .imported(
                options -> options.with(new ImportOptions.Texts(null, true, Map.of())),
                List.of(RAW));

    assertThat(repaired.text("04-squality-mojibake"))
        .isEqualTo(normal(read(name)).replace("â€”", "—"))
        .contains("fabulous legend—a dire, hateful legend");
  }

  private List<String> texts(List<String> line) {
    String stem = line.getFirst().replaceFirst("\\.\\w+$", "");
    return material.concepts().stream()
        .filter(
            c ->
                c.id().equals(stem)
                    || c.id().matches(java.util.regex.Pattern.quote(stem) + "-\\d+"))
        .map(Concept::context)
        .toList();
  }

  private static String read(String name) throws IOException {
    return new String(Files.readAllBytes(RAW.resolve(name)), StandardCharsets.UTF_8);
  }

  private static String normal(String raw) {
    String text = raw.startsWith("\ufeff") ? raw.substring(1) : raw;
    text =
        Normalizer.normalize(
            text.replace("\r\n", "\n").replace('\u00a0', ' '), Normalizer.Form.NFC);
    return text.replaceFirst("\\A(\\s*\n)+", "").replaceFirst("\\s+\\z", "");
  }

  private static List<String> words(String text) {
    return Stream.of(text.split("[\\s\u00a0]+")).filter(word -> !word.isEmpty()).toList();
  }

  /** The file's own form: a number, a comma, a quoted text; quotes are doubled. */
  private static String withoutCsv(String raw) {
    String rows = raw.replaceFirst("\\A.*\\R", "");
    return Arrays.stream(rows.split("(?m)^(?=\\d+,)"))
        .map(row -> row.replaceFirst("\\A\\d+,", "").strip())
        .map(
            row ->
                row.startsWith("\"")
                    ? row.substring(1, row.length() - 1).replace("\"\"", "\"")
                    : row)
        .collect(Collectors.joining(" "));
  }

  private static String withoutTags(String html) {
    return html.replaceAll("(?s)<!DOCTYPE.*?>|<head.*?</head>|<[^>]+>", " ")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", " ");
  }
}
