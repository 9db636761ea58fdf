package dev.interact.system;

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
    Python.require(sandbox);
    Files.writeString(folder.resolve("checkout/exported.yaml"), STUDY);
    try (sandbox) {
      LocalStack stack =
          LocalStack.start(
              StackConfig.of(Stack.ROOT).withDataDirectory(data).withOrchestratorPort(0),
              line -> {});
      try (stack) {
        sandbox.succeed("./interact run exported.yaml");
      }
      sandbox.succeed("./interact export results/exported --to exported");
      Python python = Python.with(sandbox, "requirements.txt");

      sandbox.succeed(
          "HF_HUB_OFFLINE=1 %s %s results/exported exported"
              .formatted(python.program("python"), Python.file("open_export.py")));
    }
  }
}
