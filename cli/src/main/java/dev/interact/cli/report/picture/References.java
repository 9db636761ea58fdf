package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves.Reference;
import java.util.List;
import java.util.stream.IntStream;

/** The horizontal lines to read curves by, such as chance. */
final class References {
  private References() {}

  static void draw(Svg svg, Frame frame, List<Reference> references) {
    for (int i = 0; i < references.size(); i++) {
      if (Double.isFinite(references.get(i).y())) {
        String y = Svg.number(frame.y(references.get(i).y()));
        String line = "M%s %sH%s".formatted(Svg.number(frame.left()), y, Svg.number(frame.right()));
        svg.add("path d='%s' " + Style.ofReference(i).stroke(), line, Ink.MUTED);
      }
    }
  }

  static List<Labels.Label> labels(List<Reference> references) {
    return IntStream.range(0, references.size())
        .filter(i -> Double.isFinite(references.get(i).y()))
        .mapToObj(i -> label(references.get(i), Style.ofReference(i)))
        .toList();
  }

  private static Labels.Label label(Reference reference, Style style) {
    return Labels.Label.of(reference.label(), reference.y(), style, true);
  }

  /** Below everything else, beside each other. */
  static void legend(Svg svg, List<Reference> references, double y) {
    double left = 2;
    for (int i = 0; i < references.size(); i++) {
      Style.ofReference(i).key(svg, left, y - 4);
      String tag = "text x='%s' y='%s' font-size='12' fill='%s'";
      String text = references.get(i).label();
      svg.text(text, tag, left + 42, y, Ink.MUTED);
      left += 42 + Lettering.SMALL.width(text) + 24;
    }
  }
}
