package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.interact.preparation.recipe.RecipeFiles;
import dev.interact.registry.ModelRegistry;
import dev.interact.study.file.ConceptFiles;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.prompt.Prompts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files that the documentation shows can be used as they are, and its tables leave nothing out.
 */
class DocumentedExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Set<String> PROMPTS =
      Set.of("student", "teacher", "lesson", "exam", "author", "judge");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");

  @TempDir Path folder;

  static Stream<Fence> yaml() {
    return Fence.of("yaml");
  }

  static Stream<Fence> jsonl() {
    return Fence.of("jsonl");
  }

  static List<Path> pages() {
    return Fence.pages();
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void a_yaml_file_is_valid(Fence fence) throws IOException {
    JsonNode file = YAML.readTree(fence.text());
    if (file.has("models")) {
      assertThat(registry(fence.text()).aliases()).isNotEmpty();
    } else if (file.path("author").isTextual()) {
      assertThat(RecipeFiles.read(fence.text(), fence.toString()).models()).isNotEmpty();
    } else if (file.properties().stream().allMatch(part -> PROMPTS.contains(part.getKey()))) {
      Files.writeString(folder.resolve("news.yaml"), fence.text());
      assertThat(Prompts.load(Optional.of(folder)).forDomain("news")).isNotNull();
    } else {
      assertThat(StudyFiles.read(fence.text(), fence.toString()).students()).isNotEmpty();
    }
  }

  private ModelRegistry registry(String text) throws IOException {
    return ModelRegistry.read(
        Files.writeString(folder.resolve("models.yaml"), text), variable -> null);
  }

  @Test
  void a_json_document_is_one() {
    assertThat(Fence.of("json"))
        .allSatisfy(fence -> assertThat(JSON.readTree(fence.text()).isContainerNode()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("jsonl")
  void a_line_of_a_concept_file_is_a_concept(Fence fence) throws IOException {
    if (!fence.text().contains("\"options\"")) {
      return;
    }
    Path image = Files.createDirectories(folder.resolve("images")).resolve("harbour.png");
    Files.copy(Stack.ROOT.resolve("data/samples/images/harbour.png"), image);
    Path file = Files.writeString(folder.resolve("concepts.jsonl"), fence.text());

    assertThat(ConceptFiles.read(file)).hasSize((int) fence.text().lines().count());
  }

  @Test
  void every_field_of_a_study_has_a_line_with_its_default() throws IOException {
    assertThat(missing("study-files.md", schema("study/study"))).isEmpty();
  }

  @Test
  void every_field_of_a_recipe_has_a_line_with_its_default() throws IOException {
    assertThat(missing("preparing.md", schema("preparation/recipe"))).isEmpty();
  }

  private static List<String> missing(String page, JsonNode schema) {
    List<String> missing = new ArrayList<>();
    addMissing("", schema, Fence.read(Stack.ROOT.resolve("docs").resolve(page)), missing);
    return missing;
  }

  private static JsonNode schema(String name) throws IOException {
    try (InputStream schema =
        StudyFiles.class.getResourceAsStream("/dev/interact/" + name + ".schema.json")) {
      return JSON.readTree(schema);
    }
  }

  private static void addMissing(
      String parent, JsonNode object, String page, List<String> missing) {
    object
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String path = parent + field.getKey();
              JsonNode schema = field.getValue();
              if (schema.has("properties")) {
                addMissing(path + ".", schema, page, missing);
              } else if (!isDocumented(path, schema.path("default"), page)) {
                missing.add(path);
              }
            });
  }

  private static boolean isDocumented(String path, JsonNode fallback, String page) {
    String shown = fallback.isTextual() ? fallback.asText() : fallback.toString();
    return page.lines()
        .filter(line -> line.startsWith("| `" + path + "` |"))
        .anyMatch(line -> fallback.isMissingNode() || line.contains("| `" + shown + "` |"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_somewhere(Path page) {
    List<String> broken =
        LINK.matcher(Fence.read(page))
            .results()
            .filter(link -> !leads(page, link))
            .map(MatchResult::group)
            .toList();

    assertThat(broken).isEmpty();
  }

  private static boolean leads(Path page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
    if (!Files.exists(target)) {
      return false;
    }
    return link.group(2) == null
        || Fence.read(target)
            .lines()
            .filter(line -> line.startsWith("#"))
            .anyMatch(heading -> ("#" + anchor(heading)).equals(link.group(2)));
  }

  /** As GitHub makes them. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ ", "")
        .toLowerCase()
        .replaceAll("[^\\w\\- ]", "")
        .replace(' ', '-');
  }
}
