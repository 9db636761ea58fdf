package dev.interact.cli.report.picture;

import java.util.function.Consumer;

/**
 * A whole picture: its size, its paper, and what it says to those who do not see it.
 *
 * @param id of its block
 * @param title of one line
 * @param description what it shows, in words
 */
record Canvas(String id, String title, String description) {
  /** In pixels. */
  static final double WIDTH = 860;

  String svg(double height, Consumer<Svg> content) {
    Svg svg = new Svg();
    String root =
        "svg xmlns='http://www.w3.org/2000/svg' width='%1$s' height='%2$s' viewBox='0 0 %1$s %2$s'"
            + " role='img' aria-labelledby='%3$s-title %3$s-description' font-family='sans-serif'";
    svg.begin(root, WIDTH, Math.ceil(height), id);
    svg.text(title, "title id='%s-title'", id).text(description, "desc id='%s-description'", id);
    svg.add("rect width='%s' height='%s' fill='%s'", WIDTH, Math.ceil(height), Ink.PAPER);
    content.accept(svg);
    return svg.end().toString();
  }

  /** The title of an axis of y, above its upper end. */
  static void above(Svg svg, String text, double left) {
    String line = Lettering.USUAL.lines(text, WIDTH - left, 1).stream().findFirst().orElse("");
    svg.text(line, "text x='%s' y='16' font-size='13' fill='%s'", left, Ink.TEXT);
  }

  /** The title of an axis of x, around its middle. */
  static void below(Svg svg, String text, double middle, double y) {
    double width = 2 * Math.min(middle, WIDTH - middle);
    String line = Lettering.USUAL.lines(text, width, 1).stream().findFirst().orElse("");
    String tag = "text x='%s' y='%s' text-anchor='middle' font-size='13' fill='%s'";
    svg.text(line, tag, middle, y, Ink.TEXT);
  }
}
