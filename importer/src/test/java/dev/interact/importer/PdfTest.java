package dev.interact.importer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interact.importer.Pdfs.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfTest {
  private static final List<String> LEFT =
      List.of(
          "The heron kept the only ford of the river",
          "and asked of everyone who crossed it a but-",
          "ton of silver. The miller, who had a well-",
          "known dislike of birds, paid with a coin and",
          "was sent back. In the spring of 1802 the wa-",
          "ter rose to the third step of the mill, and the");
  private static final List<String> RIGHT =
      List.of(
          "heron moved to the roof. From there she could",
          "see both banks, and the well-known miller who",
          "waded through the flood with his buttons in a",
          "sack. She let him pass, because he had lost so",
          "much already. Since that day nobody has paid",
          "a toll at the ford, and herons are called millers.");

  @TempDir private Path folder;

  private String text(List<Line> lines) {
    return new Material(folder).with("a/x.pdf", Pdfs.of(lines)).imported().text("x");
  }

  private static void column(List<String> lines, float x, float top, List<Line> page) {
    for (int i = 0; i < lines.size(); i++) {
      page.add(new Line(x, top - 12 * i, lines.get(i)));
    }
  }

  private static void assertReadInColumns(String text) {
    assertThat(text)
        .contains("asked of everyone who crossed it a button of silver.")
        .contains("who had a well-known dislike of birds")
        .contains("the water rose to the third step of the mill, and the heron moved to the roof.")
        .endsWith("herons are called millers.");
  }

  @Test
  void columns_are_read_one_after_the_other() {
    List<Line> page = new ArrayList<>();
    column(LEFT, 50, 700, page);
    column(RIGHT, 320, 700, page);

    assertReadInColumns(text(page));
  }

  @Test
  void columns_are_so_even_where_they_are_drawn_line_by_line() {
    List<Line> page = new ArrayList<>();
    for (int i = 0; i < LEFT.size(); i++) {
      page.add(new Line(50, 700 - 12 * i, LEFT.get(i)));
      page.add(new Line(320, 700 - 12 * i, RIGHT.get(i)));
    }

    assertReadInColumns(text(page));
  }

  @Test
  void what_stands_over_both_columns_comes_first_and_what_stands_below_last() {
    List<Line> page = new ArrayList<>();
    column(RIGHT, 320, 650, page);
    page.add(
        new Line(
            60,
            520,
            "A note that runs below both of the columns, from the left edge to the right one of the page."));
    column(LEFT, 50, 650, page);
    page.add(
        new Line(
            60,
            700,
            "A title that runs over both of the columns, from the left edge to the right one of the page"));

    String text = text(page);

    assertThat(text).startsWith("A title that runs").endsWith("right one of the page.");
    assertThat(text.indexOf("The heron kept")).isLessThan(text.indexOf("moved to the roof"));
    assertThat(text.indexOf("called millers.")).isLessThan(text.indexOf("A note that"));
  }

  @Test
  void one_column_is_read_from_top_to_bottom_and_paragraphs_stay() {
    List<Line> page = new ArrayList<>();
    column(LEFT.subList(3, 6), 50, 600, page);
    column(LEFT.subList(0, 3), 50, 700, page);

    assertThat(text(page)).startsWith("The heron kept").contains("a well-\n\nknown");
  }

  @Test
  void the_lines_of_a_verse_stay_lines() {
    List<Line> page = new ArrayList<>();
    column(
        List.of(
            "O heron",
            "keep the ford",
            "for all of us who come by night and have no button left",
            "O heron"),
        50,
        700,
        page);

    assertThat(text(page).lines())
        .hasSizeGreaterThanOrEqualTo(3)
        .startsWith("O heron", "keep the ford");
  }

  @Test
  void a_table_is_read_row_by_row() {
    List<Line> page = new ArrayList<>();
    column(List.of("Year", "1801", "1802", "1803", "1804"), 50, 700, page);
    column(List.of("Toll", "12", "7", "0", "3"), 150, 700, page);

    assertThat(text(page)).contains("1802 7").contains("1804 3");
  }

  @Test
  void hebrew_is_read_from_right_to_left() {
    // A page shows letters; Hebrew ones stand from right to left.
    String sentence = "שלום לכל העוברים";
    String shown = new StringBuilder(sentence).reverse().toString();

    assertThat(text(List.of(new Line(50, 700, shown)))).isEqualTo(sentence);
  }

  @Test
  void cyrillic_and_long_pages_come_whole() {
    assertThat(text(List.of(new Line(50, 700, "Цапля стояла у брода."))))
        .isEqualTo("Цапля стояла у брода.");
  }
}
