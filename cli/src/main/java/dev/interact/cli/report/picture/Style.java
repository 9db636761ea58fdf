package dev.interact.cli.report.picture;

/**
 * How a line looks. No two of the first 56 look alike, and no two of the first 7 have a colour in
 * common.
 *
 * @param marker null for a line without points
 * @param dash empty for a line without gaps
 * @param width of the line, in pixels
 * @param ribbon how opaque the ribbon of its intervals is, from 0 to 1
 * @param shift of its points to the right, in pixels
 */
record Style(Ink ink, Marker marker, String dash, double width, double ribbon, double shift) {
  private static final int FEW = 3;
  private static final double KEY = 34;
  private static final String[] DASHES = {"", "7 3", "2 3", "8 3 2 3"};
  private static final String[] REFERENCES = {"5 4", "1.5 3.5", "9 3 1.5 3", "14 4"};

  /** Of one of several lines. */
  static Style of(int index, int lines) {
    int colours = Ink.series().size();
    return new Style(
        Ink.series().get(index % colours),
        Marker.values()[index % Marker.values().length],
        DASHES[index / colours % DASHES.length],
        2,
        lines == 1 ? 0.25 : lines <= FEW ? 0.18 : 0.12,
        0);
  }

  /** The attributes of its line; the ink is put in. */
  String stroke() {
    String plain =
        "fill='none' stroke='%s' stroke-linejoin='round' stroke-width='" + Svg.number(width) + "'";
    return dash.isEmpty() ? plain : plain + " stroke-dasharray='" + dash + "'";
  }

  /** Of a horizontal line to read others by. */
  static Style ofReference(int index) {
    return new Style(Ink.MUTED, null, REFERENCES[index % REFERENCES.length], 1.25, 0, 0);
  }

  /** A piece of the line with a point on it. */
  void key(Svg svg, double left, double y) {
    String line = "M%s %sh%s".formatted(Svg.number(left), Svg.number(y), Svg.number(KEY));
    svg.add("path d='%s' " + stroke(), line, ink);
    if (marker != null) {
      String shape = marker.path(left + KEY / 2, y, Trace.RADIUS);
      svg.add("path d='%s' fill='%s' stroke='%s'", shape, ink, Ink.PAPER);
    }
  }

  /** Behind another line. */
  Style pale() {
    return new Style(Ink.OTHERS, marker, dash, 1, 0, shift);
  }

  Style shifted(double pixels) {
    return new Style(ink, marker, dash, width, ribbon, pixels);
  }
}
