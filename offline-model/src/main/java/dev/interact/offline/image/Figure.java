package dev.interact.offline.image;

/** A coloured shape in an image, with the words for it. Coordinates are shares of the image. */
record Figure(Colour colour, Shape shape, String size, double x, double y) {

  private static final double SMALL = 0.18;
  private static final double MEDIUM = 0.4;

  static Figure of(Blob blob, Raster raster) {
    Outline outline = Outline.of(blob, raster.width());
    double extent =
        (double) Math.max(outline.width(), outline.height())
            / Math.min(raster.width(), raster.height());
    return new Figure(
        blob.colour(),
        Shape.of(outline),
        extent < SMALL ? "small" : extent < MEDIUM ? "medium" : "large",
        outline.centreX() / raster.width(),
        outline.centreY() / raster.height());
  }

  String name() {
    return colour.word() + " " + shape.word();
  }

  /** The cell of a 3 x 3 grid the centre lies in. */
  String place() {
    String row = third(y, "top", "middle", "bottom");
    String column = third(x, "left", "centre", "right");
    return row.equals("middle") && column.equals("centre") ? "centre" : row + " " + column;
  }

  double distance(Figure other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  private static String third(double share, String low, String mid, String high) {
    return share < 1 / 3.0 ? low : share <= 2 / 3.0 ? mid : high;
  }
}
