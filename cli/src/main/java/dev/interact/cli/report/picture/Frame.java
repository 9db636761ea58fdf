package dev.interact.cli.report.picture;

/**
 * A place in a picture where values are drawn, in pixels from its upper left.
 *
 * @param width that the axis of x takes; the frame is wider by an inset on both sides
 */
record Frame(double left, double top, double width, double height, Axis x, Axis y) {
  static final double INSET = 14;

  private static final double TICK_GAP = 18;

  double x(double value) {
    return left + INSET + x.share(value) * width;
  }

  double y(double value) {
    return top + (1 - y.share(value)) * height;
  }

  double right() {
    return left + width + 2 * INSET;
  }

  double middle() {
    return (left + right()) / 2;
  }

  double bottom() {
    return top + height;
  }

  /** Draws the horizontal lines, with their labels if asked for, and the ticks of x. */
  void draw(Svg svg, boolean labelled) {
    for (double tick : y.ticks()) {
      horizontal(svg, y(tick), Ink.GRID);
      if (labelled) {
        label(svg, y.label(tick), left - 8, y(tick) + 4, "end");
      }
    }
    horizontal(svg, bottom(), Ink.AXIS);
    for (double tick : x.ticks()) {
      String line = "line x1='%1$s' x2='%1$s' y1='%2$s' y2='%3$s' stroke='%4$s'";
      svg.add(line, x(tick), bottom(), bottom() + 5, Ink.AXIS);
      label(svg, x.label(tick), x(tick), bottom() + TICK_GAP, "middle");
    }
  }

  /** Draws the vertical lines of x, that of 0 stronger, with their labels. */
  void drawVertical(Svg svg) {
    for (double tick : x.ticks()) {
      Ink ink = Math.abs(tick) < x.step() / 2 ? Ink.AXIS : Ink.GRID;
      String line = "line x1='%1$s' x2='%1$s' y1='%2$s' y2='%3$s' stroke='%4$s'";
      svg.add(line, x(tick), top, bottom(), ink);
      label(svg, x.label(tick), x(tick), bottom() + TICK_GAP, "middle");
    }
    horizontal(svg, bottom(), Ink.AXIS);
  }

  private static void label(Svg svg, String text, double x, double y, String anchor) {
    String tag = "text x='%s' y='%s' text-anchor='%s' font-size='12' fill='%s'";
    svg.text(text, tag, x, y, anchor, Ink.MUTED);
  }

  private void horizontal(Svg svg, double at, Ink ink) {
    String line = "line x1='%s' x2='%s' y1='%3$s' y2='%3$s' stroke='%4$s'";
    svg.add(line, left, right(), at, ink);
  }
}
