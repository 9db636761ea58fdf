package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Point;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** What the curves of one picture share: the axes, and how figures are written. */
record Reading(Axis x, Axis y, Numeral numeral) {
  static Reading of(Curves curves) {
    double[] values =
        DoubleStream.concat(
                points(curves)
                    .flatMapToDouble(point -> Numeral.finite(point.y(), point.low(), point.high())),
                curves.references().stream()
                    .flatMapToDouble(reference -> Numeral.finite(reference.y())))
            .toArray();
    double[] turns = points(curves).mapToDouble(Point::x).toArray();
    return new Reading(Axis.ofTurns(turns), Axis.ofAccuracies(values), Numeral.of(values));
  }

  private static Stream<Point> points(Curves curves) {
    return curves.lines().stream().flatMap(line -> Trace.points(line).stream());
  }
}
