package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.contracts.teacher.TeacherPrompt;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionTest {
  private static final String YAML =
      """
      name: x
      concepts: [x.jsonl]
      conditions: [dynamic]
      students: [s]
      teachers: [t]
      max_tokens: {sheet: 100}
      """;
  private static final String HASH = "0123456789abcdef0123456789abcdef";
  private static final Prompts PROMPTS = Prompts.load(Optional.empty());

  private static Submission submission(String yaml) {
    return new Submission(
        yaml,
        StudyFiles.read(yaml, "x.yaml"),
        List.of(HASH),
        Map.of("general", PROMPTS.forDomain("x"), "news", PROMPTS.forDomain("news")),
        "ada");
  }

  @Test
  void equal_content_has_an_equal_id() {
    String same =
        """
        # a comment
        teachers: [t]
        students: ["s"]
        turns: 5
        conditions: [dynamic]
        concepts: [x.jsonl]
        name: x
        max_tokens: {sheet: 100, answer: 800}
        """;

    assertThat(submission(same).id()).isEqualTo(submission(YAML).id());
  }

  @Test
  void other_content_has_another_id() {
    Submission one = submission(YAML);

    assertThat(submission(YAML.replace("100", "101")).id()).isNotEqualTo(one.id());
    assertThat(
            new Submission(
                    YAML, one.study(), List.of("f" + HASH.substring(1)), one.prompts(), "ada")
                .id())
        .isNotEqualTo(one.id());
    assertThat(
            new Submission(
                    YAML,
                    one.study(),
                    one.concepts(),
                    Map.of("general", PROMPTS.forDomain("x")),
                    "ada")
                .id())
        .isNotEqualTo(one.id());
  }

  @Test
  void who_pays_and_how_much_is_no_part_of_what_a_study_is() {
    Submission one = submission(YAML);
    Submission capped = submission(YAML + "budget: {usd: 2.5, calls: 100}\n");

    assertThat(capped.study().budget()).isEqualTo(new Budget(2.5, null, 100L));
    assertThat(capped.id()).isEqualTo(one.id());
    assertThat(new Submission(YAML, one.study(), one.concepts(), one.prompts(), "bob").id())
        .isEqualTo(one.id());
  }

  @Test
  void it_survives_being_sent() {
    Submission sent = submission(YAML);

    Submission received = Json.read(Json.write(sent), Submission.class);

    assertThat(received).isEqualTo(sent);
    assertThat(received.id()).isEqualTo(sent.id());
    assertThat(new String(Json.write(sent), StandardCharsets.UTF_8))
        .contains("\"max_tokens\"", "\"lesson_authors\"", "\"dynamic\"");
    assertThat(SubmissionCheck.problems(received)).isEmpty();
  }

  @Test
  void the_data_sets_of_its_concepts_are_sent_and_no_part_of_what_a_study_is() {
    Submission one = submission(YAML);
    List<String> sets = List.of("tales@0123456789ab");
    Submission named =
        new Submission(YAML, one.study(), one.concepts(), one.prompts(), "ada", sets);
    String unnamed = new String(Json.write(one), StandardCharsets.UTF_8);

    assertThat(named.id()).isEqualTo(one.id());
    assertThat(Json.read(Json.write(named), Submission.class)).isEqualTo(named);
    assertThat(unnamed).doesNotContain("sets");
    assertThat(Json.read(unnamed.getBytes(StandardCharsets.UTF_8), Submission.class).sets())
        .isEmpty();
    assertThat(SubmissionCheck.problems(named)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tales", "tales@0123", "Tales@0123456789ab", "../x@0123456789ab", ""})
  void what_is_no_name_of_a_data_set_is_refused(String set) {
    Submission one = submission(YAML);
    Submission named =
        new Submission(YAML, one.study(), one.concepts(), one.prompts(), "ada", List.of(set));

    assertThat(SubmissionCheck.problems(named)).extracting(Problem::field).containsExactly("sets");
  }

  @Test
  void a_domain_without_prompts_of_its_own_has_the_general_ones() {
    Submission submission = submission(YAML);

    assertThat(submission.promptsFor("news")).isEqualTo(PROMPTS.forDomain("news"));
    assertThat(submission.promptsFor("recipes")).isEqualTo(PROMPTS.forDomain("general"));
  }

  @Test
  void what_someone_sends_is_not_trusted() {
    PromptSet good = PROMPTS.forDomain("general");
    PromptSet bad =
        new PromptSet(
            new StudentPrompt("{{context}}", null, good.student().quiz(), null),
            good.teacher(),
            good.lesson(),
            good.exam(),
            null,
            null,
            good.strategies(),
            Map.of("terse", "{{context}}", "no-answer", "Hint."),
            Map.of());
    Submission forged =
        new Submission(
            null,
            Json.read(
                "{\"name\":\"..\",\"turns\":0,\"conditions\":[\"dynamic\"]}".getBytes(),
                StudyFile.class),
            List.of("../x"),
            Map.of("news", bad),
            null);

    assertThat(SubmissionCheck.problems(forged))
        .extracting(Problem::field)
        .contains(
            "name",
            "turns",
            "concepts",
            "students",
            "teachers",
            "prompts.general",
            "prompts.news.student.system",
            "prompts.news.student.greeting",
            "prompts.news.styles.terse",
            "prompts.news.forks.notes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "forks":[{}]                                        | forks[0].kind: is missing.
          "forks":[{"kind":"yoked","from":["z"]}]             | forks[0]: names 'z', who is no student of the study.
          "forks":[{"kind":"candidates","at":[0]}]            | forks[0].at[0]: must be at least 1; found 0.
          "quiz":{"mode":[]}                                  | quiz.mode: must have at least 1 entry.
          "strategies":[]                                     | strategies: must have at least 1 entry.
          "asking":{"candidates":0}                           | asking.candidates: must be at least 2; found 0.
          "draws":{"dialogue":0}                              | draws.dialogue: must be at least 1; found 0.
          "draws":{"sheet":3}                                 | draws.sheet: repeats sheets that would all be the same: set temperature.quiz above 0.
          "retest":-1                                         | retest: must be at least 0; found -1.0.
          "overrides":{"z":{}}                                | overrides.z: is of a model that the study does not use.
          """)
  void nor_are_experiments_that_someone_sends(String field, String sentence) {
    String json =
        """
        {"name":"x","concepts":["x"],"conditions":["dynamic"],"students":["s","r"],
         "teachers":["t"],%s}"""
            .formatted(field);
    StudyFile study = Json.read(json.getBytes(StandardCharsets.UTF_8), StudyFile.class);

    assertThat(SubmissionCheck.problems(withStudy(study)))
        .extracting(Problem::sentence)
        .contains(sentence);
  }

  private static Submission withStudy(StudyFile study) {
    Submission one = submission(YAML);
    return new Submission(YAML, study, one.concepts(), one.prompts(), "ada");
  }

  @Test
  void a_study_that_says_everything_survives_being_sent() {
    StudyFile study =
        Studies.of(
            """
            conditions: [dynamic, dynamic-with-lesson]; quiz: {mode: [sheet, item]};\
            strategies: [plain, novelty, gap, ask-or-stop, outcome, visual];\
            styles: [full, retrieval, terse, no-answer]; asking: {candidates: 4, min_turns: 1};\
            temperature: {dialogue: 0.5, lesson: 0.5, quiz: 0.5}; retest: 0.1;\
            draws: {lesson: 2, option_order: 3, sheet: 4}; lesson_authors: [a];\
            overrides: {s1: {temperature: {dialogue: 0}, max_tokens: {sheet: 50}}};\
            forks: [{kind: borrowed-trace, from: [s1], students: [s2], framing: [own, observed]},\
              {kind: self-borrowed, framing: [observed]}, {kind: yoked}, {kind: concat},\
              {kind: prefix-swap, at: [1, 2]}, {kind: lecture}, {kind: candidates, at: [1]},\
              {kind: fixed-questions, questions: ["Who?", "What?"]}];\
            sample: {per_domain: 2}; budget: {usd: 1}""");

    survives(study);
    assertThat(study.forks()).hasSize(8);
    assertThat(study.draws()).isEqualTo(new Draws(null, 2, 3, 4));
    assertThat(study.temperatureOf("s1")).isEqualTo(new StudyFile.Temperature(0.0, 0.5, 0.5));
    assertThat(study.temperatureOf("s2")).isEqualTo(new StudyFile.Temperature(0.5, 0.5, 0.5));
    assertThat(study.maxTokensOf("s1")).isEqualTo(new StudyFile.MaxTokens(200, 800, 1500, 50));
  }

  static Stream<StudyFile> studies() {
    return RandomStudies.of(77, 200);
  }

  @ParameterizedTest
  @MethodSource("studies")
  void so_does_any_other(StudyFile study) {
    survives(study);
  }

  private static void survives(StudyFile study) {
    Submission sent = withStudy(study);

    Submission received = Json.read(Json.write(sent), Submission.class);

    assertThat(received).isEqualTo(sent);
    assertThat(received.id()).isEqualTo(sent.id());
    assertThat(Matrix.cells(received.study())).isEqualTo(Matrix.cells(study));
    assertThat(SubmissionCheck.problems(received)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quiz: {mode: item}",
        "quiz: {mode: [sheet, item]}",
        "strategies: [gap]",
        "styles: [terse]",
        "asking: {candidates: 5}",
        "asking: {min_turns: 1}",
        "forks: [{kind: lecture}]",
        "draws: {dialogue: 2}",
        "draws: {option_order: 2}",
        "retest: 0.1",
        "overrides: {t: {temperature: {dialogue: 0}}}"
      })
  void whatever_an_experiment_is_told_is_a_part_of_the_id(String line) {
    assertThat(submission(YAML + line + "\n").id()).isNotEqualTo(submission(YAML).id());
  }

  /** The id that this study had before there were experiments; it must never change. */
  @Test
  void a_study_without_experiments_is_what_it_was() {
    PromptSet prompts =
        new PromptSet(
            new StudentPrompt("{{lesson}}", "Hi.", "{{items}}", null),
            new TeacherPrompt("{{context}}", null, null),
            new TeacherPrompt("{{context}}", "Write.", null),
            new TeacherPrompt("{{context}}", "{{items}}", null),
            PROMPTS.forDomain("x").author(),
            PROMPTS.forDomain("x").judge(),
            PROMPTS.forDomain("x").strategies(),
            PROMPTS.forDomain("x").styles(),
            PROMPTS.forDomain("x").forks());
    StudyFile study = submission(YAML).study();

    assertThat(withPrompts(study, prompts).id()).isEqualTo("280db235278a6f588c4b7f5eaefcffff");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          strategies: [plain]                        | strategies | gap     | false
          strategies: [plain, gap]                   | strategies | gap     | true
          strategies: [plain, gap]                   | strategies | novelty | false
          styles: [terse]                            | styles     | terse   | true
          styles: [retrieval]                        | styles     | terse   | false
          forks: [{kind: lecture}]                   | forks      | lecture | true
          forks: [{kind: concat}]                    | forks      | notes   | true
          forks: [{kind: concat}]                    | forks      | lecture | false
          forks: [{kind: borrowed-trace}]            | forks      | observed | false
          forks: [{kind: borrowed-trace, framing: [own, observed]}] | forks | observed | true
          """)
  void a_prompt_is_a_part_of_the_id_where_it_is_used(
      String line, String part, String name, boolean isUsed) {
    StudyFile study = Studies.of(line);
    PromptSet set = PROMPTS.forDomain("x");
    PromptSet other =
        new PromptSet(
            set.student(),
            set.teacher(),
            set.lesson(),
            set.exam(),
            null,
            null,
            with(set.strategies(), part.equals("strategies") ? name : null),
            with(set.styles(), part.equals("styles") ? name : null),
            with(set.forks(), part.equals("forks") ? name : null));

    boolean same = withPrompts(study, set).id().equals(withPrompts(study, other).id());
    assertThat(same).isNotEqualTo(isUsed);
  }

  private static Submission withPrompts(StudyFile study, PromptSet prompts) {
    return new Submission(YAML, study, List.of(HASH), Map.of("general", prompts), "ada");
  }

  private static Map<String, String> with(Map<String, String> templates, String name) {
    Map<String, String> changed = new TreeMap<>(templates);
    changed.computeIfPresent(name == null ? "" : name, (key, template) -> template + "Other.");
    return changed;
  }

  @Test
  void saying_a_default_makes_no_other_study() {
    assertThat(
            submission(
                    YAML
                        + """
                        quiz: {mode: [sheet]}
                        strategies: [plain]
                        styles: [full]
                        asking: {candidates: 3}
                        forks: []
                        draws: {option_order: 1}
                        retest: 0
                        overrides: {}
                        """)
                .id())
        .isEqualTo(submission(YAML).id());
  }
}
