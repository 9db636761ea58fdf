package dev.interact.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextCellsTest {
  @Test
  void parts_put_together_are_the_text_and_end_with_words() {
    String text = "A word, and more of them. ".repeat(4_000);

    List<String> parts = ContextCells.of(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).hasSize(4).allMatch(part -> part.length() <= ContextCells.LONGEST);
    assertThat(parts).allMatch(part -> part.endsWith(" "));
  }

  @Test
  void characters_are_not_divided_where_there_is_no_white_space() {
    String text = "x" + "\uD83D\uDE00".repeat(20_000);

    List<String> parts = ContextCells.of(text);

    assertThat(String.join("", parts)).isEqualTo(text);
    assertThat(parts).hasSize(2).noneMatch(part -> Character.isLowSurrogate(part.charAt(0)));
    assertThat(ContextCells.of("short")).containsExactly("short");
    assertThat(ContextCells.of("")).containsExactly("");
  }
}
