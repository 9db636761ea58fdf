package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import dev.interact.analysis.report.Block.Forest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a picture shows, for those who do not see it. */
final class Description {
  private Description() {}

  static String of(Curves curves) {
    Numeral numeral = Reading.of(curves).numeral();
    return Stream.concat(
            curves.lines().stream().map(line -> of(line, numeral)),
            curves.references().stream()
                .map(
                    reference ->
                        "%s: %s.".formatted(reference.label(), numeral.text(reference.y()))))
        .collect(Collectors.joining(" ", curves.y() + ", by " + curves.x() + ". ", ""));
  }

  private static String of(Line line, Numeral numeral) {
    List<Point> points = Trace.points(line);
    if (points.isEmpty()) {
      return "%s: no points.".formatted(line.label());
    }
    String first = numeral.text(points.getFirst().y());
    return points.size() == 1
        ? "%s: %s.".formatted(line.label(), first)
        : "%s: from %s to %s.".formatted(line.label(), first, numeral.text(points.getLast().y()));
  }

  static String of(Forest forest) {
    Numeral numeral = ForestPicture.numeral(forest);
    return forest.rows().stream()
        .map(
            row ->
                "%s: %s.".formatted(row.label(), numeral.text(row.value(), row.low(), row.high())))
        .collect(Collectors.joining(" ", forest.x() + ". ", ""));
  }
}
