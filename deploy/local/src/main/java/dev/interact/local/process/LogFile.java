package dev.interact.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a child prints; one earlier file is kept beside it as {@code <name>.previous.log}. */
record LogFile(Path path) {
  private static final Pattern ERROR = Pattern.compile("\\b(ERROR|FATAL|Exception|Error)\\b");

  void rotate() {
    var previous =
        path.resolveSibling(path.getFileName().toString().replace(".log", ".previous.log"));
    try {
      Files.createDirectories(path.getParent());
      if (Files.exists(path)) {
        Files.move(path, previous, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long size() {
    return path.toFile().length();
  }

  /** The line after {@code offset} that best says what went wrong. */
  String lastError(long offset) {
    var lines = lines(offset);
    return last(lines, line -> line.startsWith("Caused by: "))
        .or(() -> last(lines, line -> ERROR.matcher(line).find()))
        .or(() -> last(lines, line -> true))
        .orElse("it printed nothing")
        .replaceFirst("^Caused by: ", "");
  }

  private static Optional<String> last(List<String> lines, Predicate<String> wanted) {
    return lines.reversed().stream().filter(wanted).findFirst();
  }

  private List<String> lines(long offset) {
    try (var in = Files.newInputStream(path)) {
      in.skipNBytes(offset);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
