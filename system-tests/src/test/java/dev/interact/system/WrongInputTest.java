package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake gets one clear sentence and an exit code, before anything is started. */
class WrongInputTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
    cli.write(
        "models.yaml",
        """
        models:
          local: {base-url: 'http://127.0.0.1:9/v1', model: small}
          hosted: {base-url: 'http://127.0.0.1:9/v1', model: big, key-env: TEST_API_KEY}
        """);
    concepts(
        "{\"id\":\"b\",\"domain\":\"story\",\"title\":\"B\",\"context\":\"C.\",\"quiz\":[{\"id\":\"i\",\"question\":\"Q?\",\"options\":[\"x\",\"y\"],\"answer\":0}]}");
    study("conditions: [closed-book]\nstudents: [local]");
  }

  private void study(String settings) {
    cli.write("study.yaml", "name: mistaken\nconcepts: [concepts.jsonl]\n" + settings + "\n");
  }

  private void concepts(String secondLine) {
    cli.write(
        "concepts.jsonl",
        """
        {"id":"a","domain":"story","title":"A","context":"C.",\
        "quiz":[{"id":"i","question":"Q?","options":["x","y"],"answer":0}]}
        %s
        """
            .formatted(secondLine));
  }

  private String refusal(String command, int exitCode) {
    Cli.Ended ended = cli.run((command + " --models models.yaml").split(" "));

    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).hasLineCount(1).doesNotContain("Exception", "\tat ");
    assertThat(ended.err().strip()).matches(".+[.?)]");
    assertThat(ended.exitCode()).isEqualTo(exitCode);
    assertThat(cli.folder().resolve("data")).as("nothing was started").doesNotExist();
    return ended.err();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void a_wrong_field_is_told_with_its_place_and_what_is_allowed(String command) {
    study("conditions: [closed-book]\nturn: 3\nstudents: [local]");

    assertThat(refusal(command + " study.yaml", 2))
        .startsWith("study.yaml, line 4, turn: ")
        .contains("turns");
  }

  @Test
  void a_wrong_value_is_told_with_its_place_and_what_is_allowed() {
    study("students: [local]\nconditions:\n  - closed-book\n  - dinamic");

    assertThat(refusal("run study.yaml", 2))
        .startsWith("study.yaml, line 6, conditions[1]: ")
        .contains("closed-book", "static-lesson", "dynamic", "dynamic-with-lesson", "full-context");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate"})
  void a_broken_line_of_a_concept_file_is_told_with_its_number(String command) {
    concepts("{\"id\":\"b\",\"domain\":");

    assertThat(refusal(command + " study.yaml", 2)).contains("concepts.jsonl, line 2: ");
  }

  @Test
  void a_wrong_field_of_a_concept_is_told_with_its_line() {
    concepts(
        "{\"id\":\"b\",\"domain\":\"story\",\"title\":\"B\",\"context\":\"C.\",\"quiz\":[{\"id\":\"i\",\"question\":\"Q?\",\"options\":[\"x\",\"y\"],\"answer\":2}]}");

    assertThat(refusal("run study.yaml", 2)).contains("concepts.jsonl, line 2, quiz[0].answer: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hosted | needs an API key in the environment variable TEST_API_KEY, which is not set.
          nobody | There is no model alias 'nobody' in the registry; it has hosted, local.
          """)
  void a_model_that_cannot_be_called_is_told(String alias, String sentence) {
    study("conditions: [closed-book]\nstudents: [" + alias + "]");

    assertThat(refusal("run study.yaml", 2)).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "run study.yaml"})
  void a_port_in_use_is_told(String command) throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Cli.Ended ended =
          cli.run((command + " --models models.yaml --port " + other.getLocalPort()).split(" "));

      assertThat(ended.exitCode()).isEqualTo(4);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .isEqualTo(
              "Port %d is in use (by another program); stop it or choose another with --port.\n"
                  .formatted(other.getLocalPort()));
      assertThat(cli.alive()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rnu study.yaml            | rnu
          run study.yaml --fast     | --fast
          run missing.yaml          | missing.yaml: there is no such file.
          run                       | FILE
          run study.yaml --port x   | --port
          """)
  void a_wrong_command_line_is_told(String command, String hint) {
    assertThat(refusal(command, 2)).contains(hint);
  }

  @Test
  void a_missing_registry_is_told() {
    assertThat(cli.run("run", "study.yaml", "--models", "other.yaml"))
        .isEqualTo(new Cli.Ended(2, "", "There is no model registry at other.yaml.\n"));
  }
}
