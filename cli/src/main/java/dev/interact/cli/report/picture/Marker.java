package dev.interact.cli.report.picture;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The shapes that mark points. Each is a ring of corners around its middle. */
enum Marker {
  DISC(0, 0, 1),
  SQUARE(4, 45, 1.2),
  TRIANGLE(3, 0, 1.35),
  DIAMOND(4, 0, 1.3),
  WEDGE(3, 180, 1.35),
  PENTAGON(5, 0, 1.2),
  HEXAGON(6, 30, 1.15),
  STAR(10, 0, 1.5);

  private static final double INNER = 0.45;

  private final int corners;
  private final double turned;
  private final double size;

  /**
   * @param corners none of a disc
   * @param turned by how many degrees, clockwise; 0 has a corner on top
   * @param size times that of the disc, so that all look alike in size
   */
  Marker(int corners, double turned, double size) {
    this.corners = corners;
    this.turned = turned;
    this.size = size;
  }

  /** The shape as a path. */
  String path(double x, double y, double radius) {
    if (corners == 0) {
      String r = Svg.number(radius);
      String d = Svg.number(2 * radius);
      return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z"
          .formatted(Svg.number(x - radius), Svg.number(y), r, r, d, r, r, d);
    }
    return IntStream.range(0, corners)
        .mapToObj(corner -> corner(corner, x, y, radius * size))
        .collect(Collectors.joining("L", "M", "Z"));
  }

  private String corner(int corner, double x, double y, double radius) {
    double angle = Math.toRadians(turned + 360.0 * corner / corners);
    double reach = this == STAR && corner % 2 == 1 ? radius * INNER : radius;
    return Svg.number(x + reach * Math.sin(angle)) + " " + Svg.number(y - reach * Math.cos(angle));
  }
}
