package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Forest;
import dev.interact.analysis.report.Block.Forest.Row;
import java.util.List;
import java.util.stream.DoubleStream;

/** A forest plot: labels, n, estimates with intervals, and the same in figures. */
final class ForestPicture {
  private static final double WIDEST_LABEL = 290;
  private static final double N = 44;
  private static final double TOP = 30;
  private static final double BELOW = 52;
  private static final double ROOM = 11;
  private static final int LABEL_LINES = 3;
  private static final double SIDE = 6;

  private final Forest forest;
  private final Numeral numeral;
  private final Frame frame;
  private final double labelWidth;
  private final double figuresWidth;

  ForestPicture(Forest forest) {
    this.forest = forest;
    this.numeral = numeral(forest);
    this.labelWidth =
        Math.clamp(
            forest.rows().stream()
                .map(Row::label)
                .mapToDouble(Lettering.BOLD::width)
                .max()
                .orElse(0),
            80,
            WIDEST_LABEL);
    this.figuresWidth =
        forest.rows().stream()
            .map(this::figures)
            .mapToDouble(Lettering.SMALL::width)
            .max()
            .orElse(0);
    double left = labelWidth + N + 16;
    double width = Canvas.WIDTH - left - 2 * Frame.INSET - figuresWidth - 16;
    double height = forest.rows().stream().mapToDouble(this::height).sum();
    this.frame =
        new Frame(left, TOP, width, height, Axis.around(values(forest)), new Axis(0, 1, 1));
  }

  private static double[] values(Forest forest) {
    double margin = forest.margin() == null ? 0 : forest.margin();
    return DoubleStream.concat(
            DoubleStream.of(0, -margin, margin),
            forest.rows().stream()
                .flatMapToDouble(row -> Numeral.finite(row.value(), row.low(), row.high())))
        .toArray();
  }

  /** How its figures are written. */
  static Numeral numeral(Forest forest) {
    return Numeral.of(
        forest.rows().stream()
            .flatMapToDouble(row -> Numeral.finite(row.value(), row.low(), row.high()))
            .toArray());
  }

  private String figures(Row row) {
    return numeral.text(row.value(), row.low(), row.high());
  }

  private List<String> label(Row row) {
    return (row.primary() ? Lettering.BOLD : Lettering.USUAL)
        .lines(row.label(), labelWidth, LABEL_LINES);
  }

  private double height(Row row) {
    return label(row).size() * Lettering.USUAL.leading() + ROOM;
  }

  String svg() {
    return new Canvas(forest.id(), forest.caption(), Description.of(forest))
        .svg(frame.bottom() + BELOW + 24, this::draw);
  }

  private void draw(Svg svg) {
    margin(svg);
    text(svg, "n", frame.left() - SIDE, 16, "end");
    text(
        svg,
        forest.rows().isEmpty() ? "Nothing to show" : "estimate [interval]",
        Canvas.WIDTH - 2,
        16,
        "end");
    frame.drawVertical(svg);
    Canvas.below(svg, forest.x(), frame.middle(), frame.bottom() + 42);
    double top = frame.top();
    for (Row row : forest.rows()) {
      row(svg, row, top + height(row) / 2);
      top += height(row);
    }
    if (!forest.rows().isEmpty()) {
      legend(svg, frame.bottom() + BELOW + 12);
    }
  }

  private void margin(Svg svg) {
    if (forest.margin() != null) {
      double left = frame.x(-forest.margin());
      String area = "rect x='%s' y='%s' width='%s' height='%s' fill='%s'";
      svg.add(area, left, TOP, frame.x(forest.margin()) - left, frame.height(), Ink.MARGIN);
    }
  }

  private void row(Svg svg, Row row, double middle) {
    List<String> label = label(row);
    double leading = Lettering.USUAL.leading();
    double y = middle - (label.size() - 1) * leading / 2 + 4.5;
    for (String line : label) {
      String tag = "text x='2' y='%s' font-size='13' fill='%s'";
      svg.text(line, row.primary() ? tag + " font-weight='bold'" : tag, y, Ink.TEXT);
      y += leading;
    }
    text(svg, String.valueOf(row.n()), frame.left() - SIDE, middle + 4, "end");
    text(svg, figures(row), Canvas.WIDTH - 2, middle + 4, "end");
    if (Double.isFinite(row.value())) {
      estimate(svg, row, middle);
    }
  }

  private void estimate(Svg svg, Row row, double y) {
    svg.begin("g").text(row.label() + ": " + figures(row), "title");
    if (Numeral.isInterval(row.low(), row.high())) {
      String line = "line x1='%s' x2='%s' y1='%3$s' y2='%3$s' stroke='%4$s' stroke-width='2'";
      svg.add(line, frame.x(row.low()), frame.x(row.high()), y, Ink.BLUE);
    }
    point(svg, row.primary(), frame.x(row.value()), y);
    svg.end();
  }

  private static void point(Svg svg, boolean primary, double x, double y) {
    String shape = (primary ? Marker.SQUARE : Marker.DISC).path(x, y, 5);
    Ink fill = primary ? Ink.BLUE : Ink.PAPER;
    svg.add("path d='%s' fill='%s' stroke='%s' stroke-width='2'", shape, fill, Ink.BLUE);
  }

  private void legend(Svg svg, double y) {
    point(svg, true, 8, y - 4);
    text(svg, "primary contrast", 20, y, "start");
    point(svg, false, 158, y - 4);
    text(svg, "exploratory", 170, y, "start");
    if (forest.margin() != null) {
      svg.add("rect x='276' y='%s' width='16' height='14' fill='%s'", y - 11, Ink.MARGIN);
      String margin = new Numeral(numeral.decimals(), false).text(forest.margin());
      text(svg, "margin of equivalence, ±" + margin, 300, y, "start");
    }
  }

  private static void text(Svg svg, String text, double x, double y, String anchor) {
    String tag = "text x='%s' y='%s' text-anchor='%s' font-size='12' fill='%s'";
    svg.text(text, tag, x, y, anchor, Ink.MUTED);
  }
}
