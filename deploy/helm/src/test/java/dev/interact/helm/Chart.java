package dev.interact.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The chart as Helm sees it, with a release named {@code study} in a namespace {@code lab}. */
public final class Chart {
  private static final Path FOLDER =
      Path.of(System.getProperty("interact.root"), "deploy", "helm", "interact");

  private static final ObjectMapper YAML = new YAMLMapper(new YAMLFactory());

  private Chart() {}

  /** The files of values that it comes with, each a whole example. */
  static Stream<String> examples() {
    return Stream.of("values-laptop.yaml", "values-small.yaml", "values-large.yaml");
  }

  /**
   * What Helm says of the chart, with an example's values in the place of its own: it lints no
   * others.
   *
   * @param copy an empty folder
   */
  static LintResult lint(String example, Path copy) {
    try (Stream<Path> files = Files.walk(FOLDER, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
      JsonNode values = YAML.readTree(FOLDER.resolve("values.yaml").toFile());
      YAML.readerForUpdating(values).readValue(FOLDER.resolve(example).toFile());
      YAML.writeValue(copy.resolve("values.yaml").toFile(), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Helm(copy).lint().strict().call();
  }

  /**
   * What is rendered.
   *
   * @param settings as {@code key=value}, on top of the example's
   */
  public static List<JsonNode> render(String example, String... settings) {
    var template =
        new Helm(FOLDER)
            .template()
            .withName("study")
            .withNamespace("lab")
            .withKubeVersion("1.33.0")
            .withValuesFile(FOLDER.resolve(example));
    for (String setting : settings) {
      int split = setting.indexOf('=');
      template.set(setting.substring(0, split), setting.substring(split + 1));
    }
    return documents(template.call());
  }

  private static List<JsonNode> documents(String yaml) {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of one of its files. */
  public static String file(String path) {
    try {
      return Files.readString(FOLDER.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<JsonNode> ofKind(List<JsonNode> documents, String kind) {
    return documents.stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
  }

  static JsonNode named(List<JsonNode> documents, String kind, String name) {
    return ofKind(documents, kind).stream()
        .filter(one -> one.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
  }
}
