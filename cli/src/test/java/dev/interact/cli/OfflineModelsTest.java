package dev.interact.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code --models offline}. */
class OfflineModelsTest extends CommandTest {
  private static final String LINE =
      "Offline models stand in, as study tiny-offline: offline for big, offline; offline-weak for"
          + " small. What is the same for several of them is run once.";

  @BeforeEach
  void nameModels() throws IOException {
    Files.writeString(
        root.resolve("models.yaml"),
        """
        models:
          offline: {base-url: 'http://127.0.0.1:9/v1', model: offline}
          offline-weak: {base-url: 'http://127.0.0.1:9/v1', model: offline-weak, stands-in: offline-weak}
          big: {base-url: 'http://127.0.0.1:9/v1', model: big, key-env: BIG_KEY}
          small: {base-url: 'http://127.0.0.1:9/v1', model: small, stands-in: offline-weak}
        """);
    write("students: [big, small, offline]");
  }

  private void write(String more) throws IOException {
    Files.writeString(
        studyFile(),
        """
        name: tiny # with a comment
        concepts: [tiny.jsonl]
        conditions: [closed-book, dynamic]
        teachers: [big]
        %s
        """
            .formatted(more));
  }

  @Test
  void a_study_is_submitted_with_offline_models_under_another_name() {
    assertThat(run("--models", "offline")).as(err()).isZero();

    assertThat(orchestrator.bodies().get(1))
        .contains(
            "\"name\":\"tiny-offline\"",
            "\"students\":[\"offline\",\"offline-weak\"]",
            "\"teachers\":[\"offline\"]");
  }

  @Test
  void a_line_says_who_stands_in_and_the_study_file_that_is_kept_says_so_too() {
    run("--models", "offline");

    assertThat(err().lines()).filteredOn(LINE::equals).hasSize(1);
    assertThat(orchestrator.bodies().get(1)).contains("# " + LINE, "with a comment");
  }

  @Test
  void it_is_no_registry_that_services_which_run_would_have_to_read() {
    run("--models", "offline");
    assertThat(err()).doesNotContain("have no effect");

    run("--models", root.resolve("models.yaml").toString());
    assertThat(err()).contains("--port and --models have no effect");
  }

  @Test
  void no_key_is_needed_and_what_is_the_same_is_counted_once() {
    assertThat(interact("validate", studyFile().toString())).isEqualTo(2);
    assertThat(interact("validate", studyFile().toString(), "--models", "offline"))
        .as(err())
        .isZero();

    assertThat(out()).contains("1 concepts x 4 cells = 4 dialogues, at most 34 model calls.");
  }

  @Test
  void forks_and_overrides_follow_their_models() throws IOException {
    write(
        """
        students: [small, big]
        overrides: {big: {max_tokens: {sheet: 999}}}
        forks: [{kind: borrowed-trace, from: [big], students: [small]}]
        """);

    run("--models", "offline");

    assertThat(orchestrator.bodies().get(1))
        .contains("\"from\":[\"offline\"]", "\"students\":[\"offline-weak\"]")
        .containsPattern("\"overrides\":\\{\"offline\":\\{[^}]*\\},\"max_tokens\":\\{[^}]*999");
  }

  @Test
  void a_fork_that_is_left_without_another_student_is_told() throws IOException {
    write(
        """
        students: [big, offline]
        forks: [{kind: yoked}]
        """);

    assertThat(run("--models", "offline")).isEqualTo(2);

    assertThat(err())
        .contains(
            studyFile()
                + " with --models offline, forks[0]: needs dialogues of another student: name a"
                + " second one in students.");
    assertThat(orchestrator.requests()).isEmpty();
  }

  @Test
  void an_alias_that_nobody_knows_is_told() throws IOException {
    write("students: [nobody]");

    assertThat(interact("validate", studyFile().toString(), "--models", "offline")).isEqualTo(2);

    assertThat(err()).contains("There is no model alias 'nobody' in the registry");
  }

  @Test
  void what_is_to_be_typed_next_asks_offline_models_again() {
    orchestrator.answering(
        "GET /api/studies/" + StubOrchestrator.ID, 200, StubOrchestrator.status("finished", 1, 1));

    run("--models", "offline");

    assertThat(err())
        .contains("try them again: interact run --retry " + studyFile() + " --models offline");
  }
}
