package dev.interact.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interact.local.LocalStack;
import dev.interact.local.StackConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported can be opened by the programs it is for; they need Python and the network. */
@Tag("interop")
class ExportTest {
  private static final Path INTEROP = Stack.ROOT.resolve("system-tests/interop");
  private static final String PYTHON = "environment/bin/python";
  private static final String STUDY =
      """
      name: exported
      concepts: [data/samples/news.jsonl, data/samples/images.jsonl]
      sample: {per_domain: 2}
      conditions: [closed-book, static-lesson, dynamic, full-context]
      turns: 2
      draws: {dialogue: 2}
      students: [offline, offline-weak]
      teachers: [offline]
      lesson_authors: [offline]
      """;

  @TempDir Path folder;

  @Test
  void tables_dataset_and_log_can_be_opened_and_agree_with_the_summary() throws IOException {
    Path data = folder.resolve("stack");
    Sandbox sandbox = new Sandbox(folder.resolve("checkout"), data);
    findPython(sandbox);
    Files.writeString(folder.resolve("checkout/exported.yaml"), STUDY);
    try (sandbox) {
      LocalStack stack =
          LocalStack.start(
              StackConfig.of(Stack.ROOT).withDataDirectory(data).withOrchestratorPort(0),
              line -> {});
      try (stack) {
        succeed(sandbox, "./interact run exported.yaml");
      }
      succeed(sandbox, "./interact export results/exported --to exported");
      succeed(sandbox, "python3 -m venv environment");
      succeed(
          sandbox, PYTHON + " -m pip install --quiet -r " + INTEROP.resolve("requirements.txt"));

      succeed(
          sandbox,
          "HF_HUB_OFFLINE=1 %s %s results/exported exported"
              .formatted(PYTHON, INTEROP.resolve("open_export.py")));
    }
  }

  private static void findPython(Sandbox sandbox) {
    boolean there = sandbox.bash("python3 -c 'import venv, ensurepip'").exitCode() == 0;
    assertThat(there || !"true".equals(System.getenv("CI"))).as("python3 with venv").isTrue();
    assumeTrue(there, "skipped: there is no python3 with venv");
  }

  private static void succeed(Sandbox sandbox, String command) {
    Sandbox.Ended ended = sandbox.bash(command);
    System.out.print(ended.all());
    assertThat(ended.exitCode()).as("%s printed:%n%s", command, ended.all()).isZero();
  }
}
