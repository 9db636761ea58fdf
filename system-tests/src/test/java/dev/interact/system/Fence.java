package dev.interact.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a page of the documentation.
 *
 * @param page seen from the checkout
 * @param line of its first fence
 * @param language what the fence names
 */
record Fence(String page, int line, String language, String text) {
  private static final String MARK = "```";

  /** All fences of the pages for users, in their order. */
  static List<Fence> all() {
    return pages().stream().flatMap(page -> in(page).stream()).toList();
  }

  /** Those of some languages. */
  static Stream<Fence> of(String... languages) {
    return all().stream().filter(fence -> List.of(languages).contains(fence.language));
  }

  /** README.md, where there is one, then docs/README.md and the other pages. */
  static List<Path> pages() {
    try (Stream<Path> docs = Files.list(Stack.ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(Stack.ROOT.resolve("README.md")).filter(Files::exists),
              docs.filter(page -> page.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Fence> in(Path file) {
    String page = Stack.ROOT.relativize(file).toString();
    List<String> lines = read(file).lines().toList();
    List<Fence> fences = new ArrayList<>();
    for (int begin = next(lines, 0); begin < lines.size(); ) {
      int end = next(lines, begin + 1);
      String language = lines.get(begin).strip().substring(MARK.length()).strip();
      String text = String.join("\n", lines.subList(begin + 1, end)) + "\n";
      fences.add(new Fence(page, begin + 1, language, text));
      begin = next(lines, end + 1);
    }
    return fences;
  }

  private static int next(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && !lines.get(at).strip().startsWith(MARK)) {
      at++;
    }
    return at;
  }

  @Override
  public String toString() {
    return page + ":" + line;
  }
}
