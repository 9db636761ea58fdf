package dev.interact.orchestrator.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody may write in the page: names and what models said must stay text. */
class PageSourceTest {
  private static final Path SOURCE =
      Path.of(System.getProperty("interact.root"), "orchestrator/src/main/resources/web");

  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "unsafe(HTML|SVG|CSS|Static)|(inner|outer)HTML|insertAdjacentHTML|setHTMLUnsafe|srcdoc"
              + "|document\\.write|DOMParser|createContextualFragment|\\beval\\(|new Function\\b"
              + "|styleMap|\\sstyle=|javascript:|\\bTooltipComponent\\b");

  @Test
  void no_text_can_become_markup_or_script() {
    List<Path> sources = sources();

    assertThat(sources).hasSizeGreaterThan(10);
    assertThat(sources.stream().flatMap(PageSourceTest::findings)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import {unsafeHTML} from 'lit/directives/unsafe-html.js';",
        "element.innerHTML = name",
        "html`<p style=${looks}>`",
        "eval(text)"
      })
  void it_would_be_found(String line) {
    assertThat(FORBIDDEN.matcher(line).find()).isTrue();
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> findings(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> FORBIDDEN.matcher(line).find())
          .map(line -> SOURCE.relativize(file) + ": " + line.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
