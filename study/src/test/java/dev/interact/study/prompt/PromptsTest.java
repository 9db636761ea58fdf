package dev.interact.study.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.samskivert.mustache.Mustache;
import dev.interact.contracts.Example;
import dev.interact.study.input.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptsTest {
  private static final Prompts BUILT_IN = Prompts.load(Optional.empty());

  @TempDir Path folder;

  private static String render(String template, Map<String, ?> values) {
    return Mustache.compiler().escapeHTML(false).compile(template).execute(values);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lyrics", "news", "movie-plots", "academic-papers", "images", "recipes"})
  void every_domain_has_a_whole_set(String domain) {
    PromptSet prompts = BUILT_IN.forDomain(domain);

    assertThat(Slot.problems(prompts)).isEmpty();
    assertThat(prompts.student().system()).contains("You are a student", "ask questions");
    assertThat(prompts.teacher().system()).contains("You are a teacher", "answer");
    assertThat(prompts.lesson().task()).startsWith("Write a lesson");
  }

  @Test
  void domains_differ_and_any_other_has_the_general_prompts() {
    assertThat(BUILT_IN.forDomain("lyrics").hash()).isNotEqualTo(BUILT_IN.forDomain("news").hash());
    assertThat(BUILT_IN.forDomain("lyrics").teacher())
        .isEqualTo(BUILT_IN.forDomain("news").teacher());
    assertThat(BUILT_IN.forDomain("recipes")).isEqualTo(BUILT_IN.forDomain("general"));
    assertThat(BUILT_IN.forDomain("Movie plots")).isEqualTo(BUILT_IN.forDomain("movie-plots"));
  }

  @Test
  void a_lesson_stands_between_markers_or_leaves_no_trace() {
    String system = BUILT_IN.forDomain("news").student().system();

    assertThat(render(system, Map.of("lesson", "L & <b>")))
        .startsWith(render(system, Map.of()))
        .endsWith("<lesson>\nL & <b>\n</lesson>\n");
    assertThat(render(system, Map.of())).doesNotContain("lesson");
  }

  @Test
  void a_sheet_is_shown_item_by_item_and_an_error_is_told() {
    Map<String, Object> item =
        Map.of(
            "number",
            1,
            "question",
            "Who?",
            "options",
            List.of(Map.of("letter", "A", "text", "Ann"), Map.of("letter", "B", "text", "Bob")));
    String quiz = BUILT_IN.forDomain("news").student().quiz();

    assertThat(render(quiz, Map.of("count", 1, "items", List.of(item))))
        .contains("of 1 item(s)")
        .endsWith("\n\n1. Who?\nA) Ann\nB) Bob\n")
        .doesNotContain("could not be read");
    assertThat(render(quiz, Map.of("count", 1, "items", List.of(item), "error", "Line 2 is odd.")))
        .contains("could not be read: Line 2 is odd. Keep");
  }

  @Test
  void a_teacher_of_an_image_is_told_so() {
    String system = BUILT_IN.forDomain("images").teacher().system();

    assertThat(render(system, Map.of())).contains("the image that you are given");
    assertThat(render(system, Map.of("context", "C")))
        .contains("<material>\nC\n</material>")
        .doesNotContain("image");
  }

  @Test
  void a_study_replaces_single_keys_and_adds_domains() throws IOException {
    Files.writeString(folder.resolve("news.yaml"), "student: {greeting: Ahoy}");
    Files.writeString(
        folder.resolve("recipes.yaml"),
        "teacher: {examples: [{user: 'How much salt?', assistant: A pinch.}]}");
    Files.writeString(folder.resolve("README.md"), "not a prompt");

    Prompts prompts = Prompts.load(Optional.of(folder));

    assertThat(prompts.forDomain("news").student().greeting()).isEqualTo("Ahoy");
    assertThat(prompts.forDomain("news").student().system())
        .isEqualTo(BUILT_IN.forDomain("news").student().system());
    assertThat(prompts.forDomain("recipes").teacher().examples())
        .containsExactly(new Example("How much salt?", "A pinch."));
    assertThat(prompts.forDomain("lyrics")).isEqualTo(BUILT_IN.forDomain("lyrics"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          student: {system: 'Hi {{context}} {{lesson}}'} | line 1, student.system: refers to {{context}}; it may refer to {{lesson}}.
          student: {system: 'Hi'}                  | line 1, student.system: must refer to {{lesson}}.
          student: {system: '{{#lesson}}'}         | line 1, student.system: is no Mustache template: Section missing close tag
          student: {greeting: '{{lesson}}'}        | line 1, student.greeting: refers to {{lesson}}; it may refer to nothing.
          student: {quiz: '{{#items}}{{number}}{{question}}{{#options}}{{letter}}{{/options}}{{text}}{{/items}}'} | student.quiz: refers to {{text}} outside the section that has it (line 1 of the template).
          student: {quiz: '{{> part}}'}            | student.quiz: refers to {{> part}}; it may refer to {{items}}, {{number}}
          teacher: {system: '{{items}}{{context}}'} | teacher.system: refers to {{items}}; it may refer to {{context}}.
          teacher: {task: x}                       | teacher.task: is not a known field; known are system, examples.
          lesson: {task: '{{context}}'}            | lesson.task: refers to {{context}}; it may refer to nothing.
          studnet: {quiz: x}                       | line 1, studnet: is not a known field; did you mean 'student'?
          student: {examples: [{user: x}]}         | student.examples[0].assistant: is missing.
          student: [                               | is not valid YAML
          """)
  void a_wrong_file_is_told_with_its_line_key_and_what_is_allowed(String yaml, String problem)
      throws IOException {
    Files.writeString(folder.resolve("news.yaml"), yaml);

    assertThat(
            catchThrowableOfType(InvalidInput.class, () -> Prompts.load(Optional.of(folder)))
                .getMessage())
        .startsWith(folder.resolve("news.yaml").toString())
        .contains(problem);
  }

  @Test
  void a_folder_without_prompts_is_refused() {
    assertThat(
            catchThrowableOfType(InvalidInput.class, () -> Prompts.load(Optional.of(folder)))
                .getMessage())
        .contains("holds no prompt file");
    assertThat(
            catchThrowableOfType(
                    InvalidInput.class, () -> Prompts.load(Optional.of(folder.resolve("no"))))
                .getMessage())
        .contains("is no folder");
  }
}
