package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws one line into a frame. */
record Trace(Frame frame, Style style) {
  static final double RADIUS = 4;
  private static final double CAP = 4;

  /** The points that have a place. */
  static List<Point> points(Line line) {
    return line.points().stream()
        .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
        .toList();
  }

  /** The intervals, and the line. */
  void draw(Svg svg, Line line) {
    List<Point> points = points(line);
    runs(points).forEach(run -> interval(svg, run));
    path(svg, points);
  }

  /** The points with markers; who rests the pointer on one is told its figures. */
  void mark(Svg svg, Line line, Numeral numeral) {
    for (Point point : points(line)) {
      svg.begin("g").text(title(line, point, numeral), "title");
      String shape = style.marker().path(x(point), frame.y(point.y()), RADIUS);
      svg.add("path d='%s' fill='%s' stroke='%s'", shape, style.ink(), Ink.PAPER).end();
    }
  }

  private static String title(Line line, Point point, Numeral numeral) {
    return "%s, at %s: %s, n = %d"
        .formatted(
            line.label(),
            new Numeral(point.x() == Math.rint(point.x()) ? 0 : 2, false).text(point.x()),
            numeral.text(point.y(), point.low(), point.high()),
            point.n());
  }

  private double x(Point point) {
    return frame.x(point.x()) + style.shift();
  }

  /** Neighbours that have intervals, together. */
  private static List<List<Point>> runs(List<Point> points) {
    List<List<Point>> runs = new ArrayList<>(List.of(new ArrayList<>()));
    for (Point point : points) {
      if (Numeral.isInterval(point.low(), point.high())) {
        runs.getLast().add(point);
      } else {
        runs.add(new ArrayList<>());
      }
    }
    return runs.stream().filter(run -> !run.isEmpty()).toList();
  }

  private void interval(Svg svg, List<Point> run) {
    if (run.size() == 1) {
      whisker(svg, run.getFirst());
    } else {
      String edge =
          Stream.concat(
                  run.stream().map(point -> corner(point, Point::low)),
                  run.reversed().stream().map(point -> corner(point, Point::high)))
              .collect(Collectors.joining("L", "M", "Z"));
      svg.add("path d='%s' fill='%s' fill-opacity='%s'", edge, style.ink(), style.ribbon());
    }
  }

  private void whisker(Svg svg, Point point) {
    String x = Svg.number(x(point));
    String low = Svg.number(frame.y(point.low()));
    String high = Svg.number(frame.y(point.high()));
    String from = Svg.number(x(point) - CAP);
    String to = Svg.number(x(point) + CAP);
    String shape =
        "M%1$s %2$sH%3$sM%4$s %2$sV%5$sM%1$s %5$sH%3$s".formatted(from, low, to, x, high);
    svg.add("path d='%s' fill='none' stroke='%s' stroke-width='1.5'", shape, style.ink());
  }

  void path(Svg svg, List<Point> points) {
    if (points.size() > 1) {
      String path =
          points.stream()
              .map(point -> corner(point, Point::y))
              .collect(Collectors.joining("L", "M", ""));
      svg.add("path d='%s' " + style.stroke(), path, style.ink());
    }
  }

  private String corner(Point point, ToDoubleFunction<Point> height) {
    return Svg.number(x(point)) + " " + Svg.number(frame.y(height.applyAsDouble(point)));
  }
}
