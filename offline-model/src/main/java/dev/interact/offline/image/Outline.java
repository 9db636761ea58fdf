package dev.interact.offline.image;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingLong;

import java.util.ArrayList;
import java.util.List;

/**
 * The measures of a blob that tell shapes apart.
 *
 * @param fill share of the bounding box that is covered
 * @param solidity share of the convex hull that is covered
 * @param lopsided distance of the centre of mass from the box's centre, in box sides
 */
record Outline(
    int left, int top, int width, int height, double fill, double solidity, double lopsided) {

  private record Point(long x, long y) {}

  static Outline of(Blob blob, int rasterWidth) {
    List<Point> points =
        blob.pixels().stream().map(p -> new Point(p % rasterWidth, p / rasterWidth)).toList();
    var x = points.stream().mapToLong(Point::x).summaryStatistics();
    var y = points.stream().mapToLong(Point::y).summaryStatistics();
    long width = x.getMax() - x.getMin() + 1;
    long height = y.getMax() - y.getMin() + 1;
    double offX = Math.abs(x.getAverage() - (x.getMin() + x.getMax()) / 2.0) / width;
    double offY = Math.abs(y.getAverage() - (y.getMin() + y.getMax()) / 2.0) / height;
    double area = points.size();
    return new Outline(
        (int) x.getMin(),
        (int) y.getMin(),
        (int) width,
        (int) height,
        area / (width * height),
        area / hullArea(points),
        Math.max(offX, offY));
  }

  double centreX() {
    return left + width / 2.0;
  }

  double centreY() {
    return top + height / 2.0;
  }

  /**
   * Andrew's monotone chain over the corners of the rows' end pixels, then the shoelace formula.
   */
  private static double hullArea(List<Point> pixels) {
    List<Point> corners = new ArrayList<>();
    pixels.stream()
        .collect(groupingBy(Point::y, summarizingLong(Point::x)))
        .forEach(
            (y, row) -> {
              for (long edge = y; edge <= y + 1; edge++) {
                corners.add(new Point(row.getMin(), edge));
                corners.add(new Point(row.getMax() + 1, edge));
              }
            });
    corners.sort(comparingLong(Point::x).thenComparingLong(Point::y));
    List<Point> hull = chain(corners);
    hull.addAll(chain(corners.reversed()));
    long twice = 0;
    for (int i = 0; i < hull.size(); i++) {
      Point a = hull.get(i);
      Point b = hull.get((i + 1) % hull.size());
      twice += a.x * b.y - b.x * a.y;
    }
    return Math.abs(twice) / 2.0;
  }

  private static List<Point> chain(List<Point> points) {
    List<Point> chain = new ArrayList<>();
    for (Point point : points) {
      while (chain.size() > 1 && !turnsLeft(chain.get(chain.size() - 2), chain.getLast(), point)) {
        chain.removeLast();
      }
      chain.add(point);
    }
    chain.removeLast();
    return chain;
  }

  private static boolean turnsLeft(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
  }
}
