package dev.interact.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interact.cli.CommandFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByDialogueTest {
  @TempDir Path folder;

  @Test
  void lines_are_taken_dialogue_by_dialogue() throws IOException {
    Path file = file(line("a", 1), line("a", 2), "", line("c", 3));
    try (ByDialogue lines = new ByDialogue(file)) {
      assertThat(lines.take("a")).extracting(one -> one.path("n").asInt()).containsExactly(1, 2);
      assertThat(lines.take("b")).isEmpty();
      assertThat(lines.take("c")).hasSize(1);
      lines.checkDone();
    }
  }

  @Test
  void no_more_is_read_than_the_next_dialogue_begins_with() throws IOException {
    Path file = file(line("a", 1), line("b", 2), "broken");
    try (ByDialogue lines = new ByDialogue(file)) {
      assertThat(lines.take("a")).hasSize(1);
      assertThatThrownBy(() -> lines.take("b"))
          .isInstanceOf(CommandFailed.class)
          .hasMessage(file + ", line 3: is no JSON object.");
    }
  }

  @Test
  void another_order_is_told() throws IOException {
    try (ByDialogue lines = new ByDialogue(file(line("b", 1), line("a", 2)))) {
      assertThat(lines.take("a")).isEmpty();
      assertThatThrownBy(lines::checkDone).hasMessageContaining("not in the order");
    }
  }

  @Test
  void what_is_not_utf_8_is_told() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> JsonLines.forEach(file, line -> {}))
        .hasMessage(file + " is not UTF-8.");
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("lines.jsonl"), String.join("\n", lines));
  }

  private static String line(String dialogue, int n) {
    return "{\"dialogue\":\"%s\",\"n\":%d}".formatted(dialogue, n);
  }
}
