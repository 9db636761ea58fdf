package dev.interact.study.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.samskivert.mustache.Mustache;
import dev.interact.contracts.Example;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.Style;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.strategy.AskOrStop;
import dev.interact.study.strategy.Asking;
import dev.interact.study.strategy.Gap;
import dev.interact.study.strategy.Novelty;
import dev.interact.study.strategy.Situation;
import dev.interact.study.strategy.Strategy;
import dev.interact.study.strategy.Visual;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        .startsWith(render(quiz, Map.of("count", 1, "items", List.of(item))))
        .contains("could not be read: Line 2 is odd. Keep");
  }

  @Test
  void whoever_has_the_material_has_it_before_all_else_and_in_the_same_words() {
    PromptSet prompts = BUILT_IN.forDomain("news");
    Map<String, String> context = Map.of("context", "C");
    String first = render(prompts.teacher().system(), context);
    String material = first.substring(0, first.indexOf("</material>"));

    for (TeacherPrompt prompt :
        List.of(prompts.lesson(), prompts.exam(), prompts.author(), prompts.judge())) {
      assertThat(render(prompt.system(), context)).startsWith(material);
    }
  }

  @Test
  void what_an_author_and_a_judge_are_always_told_comes_before_what_they_are_told_this_time() {
    PromptSet prompts = BUILT_IN.forDomain("news");
    List<Map<String, Object>> levels = List.of(Map.of("level", "hard", "number", 2));
    Map<String, Object> order = Map.of("count", 2, "options", 4, "levels", levels);
    Map<String, Object> again = new HashMap<>(order);
    again.put("problems", "- Item 1 is odd.");
    Map<String, Object> later = new HashMap<>(again);
    later.put("asked", "- Who?");
    Map<String, Object> evenLater = new HashMap<>(again);
    evenLater.put("asked", "- Who?\n- Why?");

    String task = prompts.author().task();
    String always = task.substring(0, task.indexOf("{{#asked}}")).replace("{{options}}", "4");
    assertThat(always).contains("{\"items\":");
    assertThat(render(task, again)).startsWith(render(task, order));
    assertThat(render(task, later)).startsWith(always + "\nThe quiz has").contains("- Who?\n");
    assertThat(render(task, evenLater))
        .startsWith(render(task, later).substring(0, render(task, later).indexOf("- Who?") + 6));
    String judging = prompts.judge().task();
    Map<String, Object> judged = Map.of("count", 1, "items", List.of());
    assertThat(render(judging, Map.of("count", 1, "items", List.of(), "problem", "No JSON.")))
        .startsWith(render(judging, judged))
        .contains("could not be read: No JSON. Keep");
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
  @ValueSource(strings = {"news", "images", "recipes"})
  void a_strategy_is_instructed_by_its_prompt_with_what_it_lets_it_see(String domain) {
    PromptSet prompts = BUILT_IN.forDomain(domain);
    for (Strategy strategy : Strategy.all()) {
      String instruction = prompts.instruction(strategy);
      assertThat(instruction != null).isEqualTo(strategy.hasInstruction());
      for (int turn : new int[] {1, 3}) {
        Situation situation = new Situation(turn, 5, null, List.of(), new Asking(7, 2));
        assertThat(instruction == null ? "" : render(instruction, strategy.variables(situation)))
            .doesNotContain("{{");
      }
    }
  }

  @Test
  void an_instruction_shows_what_a_strategy_lets_it_see() {
    PromptSet prompts = BUILT_IN.forDomain("news");

    assertThat(render(prompts.instruction(new Novelty()), Map.of("count", 7)))
        .contains("propose 7 different questions");
    assertThat(render(prompts.instruction(new Visual()), Map.of("aspects", "region, count")))
        .contains("of the image: region, count.")
        .contains("QUESTION:");
    assertThat(render(prompts.instruction(new AskOrStop()), Map.of()))
        .contains("CONFIDENCE:", "QUESTION:")
        .doesNotContain("STOP");
    assertThat(render(prompts.instruction(new AskOrStop()), Map.of("may_stop", true)))
        .contains("write the word STOP");
    assertThat(prompts.instruction(new Gap())).contains("KNOWN:", "MISSING:", "QUESTION:");
  }

  @ParameterizedTest
  @EnumSource(Style.class)
  void a_style_adds_to_the_teacher_s_instructions_or_leaves_them(Style style) {
    PromptSet prompts = BUILT_IN.forDomain("news");
    TeacherPrompt teacher = prompts.teacher(style);
    String added = prompts.styles().get(style.label());

    if (style == Style.FULL || style == Style.RETRIEVAL) {
      assertThat(added).isNull();
      assertThat(teacher).isEqualTo(prompts.teacher());
    } else {
      assertThat(teacher.system())
          .isEqualTo(prompts.teacher().system().strip() + "\n\n" + added.strip());
      assertThat(teacher.task()).isEqualTo(prompts.teacher().task());
      assertThat(teacher.examples()).isEqualTo(prompts.teacher().examples());
      assertThat(render(teacher.system(), Map.of("context", "C"))).contains("\nC\n");
    }
  }

  @Test
  void a_lecture_begins_goes_on_and_has_a_length_where_it_is_known() {
    String lecture = BUILT_IN.forDomain("news").forks().get("lecture");

    assertThat(Templates.fill(lecture, Map.of("first", true, "words", 120)))
        .isEqualTo(
            "Please tell me about the material, beginning with what matters most.\n"
                + "Use about 120 words.");
    assertThat(Templates.fill(lecture, Map.of()))
        .isEqualTo("Please go on with what you have not told me yet.");
  }

  @Test
  void a_dialogue_that_is_read_is_shown_whole_and_notes_without_questions() {
    Map<String, Object> turns =
        Map.of(
            "turns",
            List.of(
                Map.of("question", "Who?", "answer", "Ann & <Bob>."),
                Map.of("question", "Why {{count}}?", "answer", "So.")));
    Map<String, String> forks = BUILT_IN.forDomain("news").forks();

    assertThat(Templates.fill(forks.get("observed"), turns))
        .startsWith("Another student has asked the teacher")
        .endsWith(
            "\n\nStudent: Who?\nTeacher: Ann & <Bob>."
                + "\n\nStudent: Why {{count}}?\nTeacher: So.");
    assertThat(Templates.fill(forks.get("notes"), turns))
        .endsWith("words.\n\nAnn & <Bob>.\n\nSo.")
        .doesNotContain("Who?");
  }

  @Test
  void no_prompt_of_a_strategy_or_fork_takes_an_image_for_a_text() {
    PromptSet images = BUILT_IN.forDomain("images");

    assertThat(images.strategies().values()).noneMatch(prompt -> prompt.contains("the text"));
    assertThat(images.forks().values()).noneMatch(prompt -> prompt.contains("the text"));
  }

  @Test
  void a_study_replaces_single_strategies_styles_and_forks() throws IOException {
    Files.writeString(
        folder.resolve("general.yaml"), "strategies: {gap: General gap, novelty: General novelty}");
    Files.writeString(
        folder.resolve("news.yaml"),
        """
        strategies: {gap: 'Mind the gap.'}
        styles: {terse: Be brief.}
        forks: {notes: '{{#turns}}* {{answer}}{{/turns}}'}
        """);

    Prompts prompts = Prompts.load(Optional.of(folder));
    PromptSet news = prompts.forDomain("news");
    PromptSet built = BUILT_IN.forDomain("news");

    assertThat(news.instruction(new Gap())).isEqualTo("Mind the gap.");
    assertThat(news.instruction(new Novelty())).isEqualTo("General novelty");
    assertThat(news.instruction(new Visual())).isEqualTo(built.instruction(new Visual()));
    assertThat(prompts.forDomain("lyrics").instruction(new Gap())).isEqualTo("General gap");
    assertThat(news.teacher(Style.TERSE).system()).endsWith("\n\nBe brief.");
    assertThat(news.teacher(Style.NO_ANSWER)).isEqualTo(built.teacher(Style.NO_ANSWER));
    assertThat(news.forks().get("observed")).isEqualTo(built.forks().get("observed"));
    assertThat(news.forks().get("notes")).contains("* {{answer}}");
    assertThat(news.hash()).isNotEqualTo(built.hash());
    assertThat(Slot.problems(news)).isEmpty();
  }

  @Test
  void what_a_set_lacks_is_told() {
    PromptSet whole = BUILT_IN.forDomain("news");
    PromptSet bare =
        new PromptSet(
            whole.student(),
            whole.teacher(),
            whole.lesson(),
            whole.exam(),
            null,
            null,
            null,
            null,
            null);

    assertThat(Slot.problems(bare))
        .extractingFromEntries(entry -> entry.getKey() + " " + entry.getValue())
        .containsExactly(
            "strategies.novelty is missing",
            "strategies.gap is missing",
            "strategies.ask-or-stop is missing",
            "strategies.visual is missing",
            "styles.terse is missing",
            "styles.no-answer is missing",
            "forks.lecture is missing",
            "forks.observed is missing",
            "forks.notes is missing");
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
          strategies: {gap: 'Ask {{count}}.'}      | line 1, strategies.gap: refers to {{count}}; it may refer to nothing.
          strategies: {novelty: '{{n}} of them'}   | line 1, strategies.novelty: refers to {{n}}; it may refer to {{count}}.
          strategies: {ask-or-stop: Ask.}          | line 1, strategies.ask-or-stop: must refer to {{may_stop}}.
          strategies: {visual: Look.}              | line 1, strategies.visual: must refer to {{aspects}}.
          strategies: {plain: Ask.}                | strategies.plain: is not a known field; known are novelty, gap, ask-or-stop, visual.
          strategies: {novelti: Ask.}              | strategies.novelti: is not a known field; did you mean 'novelty'?
          strategies: {gap: ''}                    | strategies.gap: must not be empty.
          styles: {full: All.}                     | styles.full: is not a known field; known are terse, no-answer.
          styles: {terse: 'On {{context}}.'}       | line 1, styles.terse: refers to {{context}}; it may refer to nothing.
          forks: {lecture: 'Go on.'}               | forks.lecture: must refer to {{first}}.
          forks: {lecture: '{{#first}}Go{{/first}} {{words}}'} | forks.lecture: refers to {{words}} outside the section that has it (line 1 of the template).
          forks: {observed: '{{question}} {{answer}}'} | forks.observed: must refer to {{turns}}.
          forks: {observed: '{{#turns}}{{question}}{{/turns}}{{answer}}'} | forks.observed: refers to {{answer}} outside the section that has it (line 1 of the template).
          forks: {notes: '{{#turns}}{{question}}{{answer}}{{/turns}}'} | forks.notes: refers to {{question}}; it may refer to {{turns}}, {{answer}}.
          forks: {yoked: x}                        | forks.yoked: is not a known field; known are lecture, observed, notes.
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
