package dev.interact.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '"',
      value = {
        "3.2 points [−1.0, 7.4] ¦ 3.2 points [−1.0, 7.4]",
        "fp_7f3a of gpt_4o_mini ¦ fp_7f3a of gpt_4o_mini",
        "_so_ and *so* ¦ \\_so\\_ and \\*so\\*",
        "[here](http://example.org) ¦ [here\\](http://example.org)",
        "<img src=x> ¦ \\<img src=x>",
        "p < 0.05 & q ¦ p < 0.05 & q",
        "&amp; ¦ \\&amp;",
        "# no heading ¦ \\# no heading",
        "- no list ¦ \\- no list",
        "-0.5 ¦ -0.5",
        "1. no list ¦ 1\\. no list",
        "> no quotation ¦ \\> no quotation",
        "a|b ¦ a\\|b",
        "--- ¦ \\---",
      })
  void what_would_mean_something_is_escaped(String text, String markdown) {
    assertThat(Markdown.text(text)).isEqualTo(markdown);
  }

  @Test
  void lines_are_joined() {
    assertThat(Markdown.row(List.of("a\n\nb", "c"))).isEqualTo("| a b | c |");
  }

  @Test
  void a_caption_may_have_brackets() {
    assertThat(Markdown.picture("a ] b [", "x.svg")).isEqualTo("![a \\] b \\[](x.svg)");
  }

  @Test
  void a_fence_is_longer_than_those_in_the_text() {
    assertThat(Markdown.fenced("a\n````\nb\n")).isEqualTo("`````\na\n````\nb\n`````");
  }
}
