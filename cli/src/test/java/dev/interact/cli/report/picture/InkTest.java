package dev.interact.cli.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Contrast as WCAG 2 defines it, AA: 4.5 for text, 3 for what is drawn. */
class InkTest {
  static final List<Ink> SERIES = Ink.series();

  @ParameterizedTest
  @FieldSource("SERIES")
  void lines_stand_out(Ink ink) {
    assertThat(contrast(ink.light(), Ink.PAPER.light())).isGreaterThan(3);
    assertThat(contrast(ink.dark(), Ink.PAPER.dark())).isGreaterThan(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MUTED"})
  void letters_can_be_read(Ink ink) {
    assertThat(contrast(ink.light(), Ink.PAPER.light())).isGreaterThan(4.5);
    assertThat(contrast(ink.dark(), Ink.PAPER.dark())).isGreaterThan(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void no_other_ink_has_its_light_colour_so_that_a_page_can_replace_it(Ink ink) {
    assertThat(Stream.of(Ink.values()).map(Ink::light).filter(ink.light()::equals)).hasSize(1);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour, at, at + 2, 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
