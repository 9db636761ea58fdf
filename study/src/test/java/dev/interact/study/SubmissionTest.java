package dev.interact.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.contracts.Json;
import dev.interact.contracts.student.StudentPrompt;
import dev.interact.study.file.StudyFiles;
import dev.interact.study.file.SubmissionCheck;
import dev.interact.study.input.Problem;
import dev.interact.study.prompt.PromptSet;
import dev.interact.study.prompt.Prompts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
    assertThat(new String(Json.write(sent), java.nio.charset.StandardCharsets.UTF_8))
        .contains("\"max_tokens\"", "\"lesson_authors\"", "\"dynamic\"");
    assertThat(SubmissionCheck.problems(received)).isEmpty();
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
            good.exam());
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
            "prompts.news.student.greeting");
  }
}
