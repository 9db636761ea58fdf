package dev.interact.study.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8LinesTest {
  @TempDir Path folder;

  private List<String> lines(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("lines"), text);
    List<String> lines = new ArrayList<>();
    Utf8Lines.forEach(
        file, (line, number) -> lines.add(number + " " + new String(line, StandardCharsets.UTF_8)));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 200_000})
  void lines_of_any_length_are_handed_over_whole(int length) throws IOException {
    String line = "x".repeat(length);

    assertThat(lines(line + "\nan\u00efs\n\n" + line))
        .containsExactly("1 " + line, "2 an\u00efs", "3 ", "4 " + line);
    assertThat(lines(line + "\n")).containsExactly("1 " + line, "2 ");
  }
}
