package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import dev.interact.analysis.report.Block.Curves.Point;
import dev.interact.analysis.report.Block.Curves.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** A few curves in one frame. */
final class OneFrame {
  private static final double LEFT = 46;
  private static final double TOP = 34;
  private static final double BELOW = 50;
  private static final double LEAST_HEIGHT = 330;
  private static final double APART = 9;
  private static final double SPREAD = 40;
  private static final double WIDE_APART = 30;
  private static final double WIDE_SPREAD = 440;

  private final Curves curves;
  private final Reading reading;
  private final List<Style> styles;

  OneFrame(Curves curves) {
    this.curves = curves;
    this.reading = Reading.of(curves);
    this.styles = styles(curves.lines());
  }

  /**
   * Curves have the first styles; after them come lines of a single point, which stand beside the
   * curves and beside each other.
   */
  private static List<Style> styles(List<Line> lines) {
    int singles = (int) lines.stream().filter(OneFrame::isSingle).count();
    boolean alone = singles == lines.size();
    double spread = alone ? WIDE_SPREAD : SPREAD;
    double apart = Math.min(alone ? WIDE_APART : APART, spread / Math.max(singles, 1));
    double first = alone ? -apart * (singles - 1) / 2 : apart;
    List<Style> styles = new ArrayList<>();
    int curve = 0;
    int single = 0;
    for (Line line : lines) {
      styles.add(
          isSingle(line)
              ? Style.of(lines.size() - singles + single, lines.size())
                  .shifted(first + apart * single++)
              : Style.of(curve++, lines.size() - singles));
    }
    return styles;
  }

  private static boolean isSingle(Line line) {
    return Trace.points(line).size() == 1;
  }

  String svg() {
    Labels labels = labels();
    List<String> texts =
        Stream.concat(
                curves.lines().stream().map(Line::label),
                curves.references().stream().map(Reference::label))
            .toList();
    double width = Canvas.WIDTH - LEFT - 2 * Frame.INSET - Labels.KEY - Labels.width(texts);
    double height = Math.max(LEAST_HEIGHT, labels.height());
    Frame frame = new Frame(LEFT, TOP, width, height, reading.x(), reading.y());
    return new Canvas(curves.id(), curves.caption(), Description.of(curves))
        .svg(TOP + height + BELOW, svg -> draw(svg, frame, labels));
  }

  private void draw(Svg svg, Frame frame, Labels labels) {
    Canvas.above(svg, curves.y(), 2);
    frame.draw(svg, true);
    Canvas.below(svg, curves.x(), frame.middle(), frame.bottom() + 40);
    References.draw(svg, frame, curves.references());
    each(frame, (trace, line) -> trace.draw(svg, line));
    each(frame, (trace, line) -> trace.mark(svg, line, reading.numeral()));
    labels.draw(svg, frame);
  }

  private void each(Frame frame, BiConsumer<Trace, Line> what) {
    for (int i = 0; i < styles.size(); i++) {
      what.accept(new Trace(frame, styles.get(i)), curves.lines().get(i));
    }
  }

  private Labels labels() {
    List<Labels.Label> labels = new ArrayList<>();
    for (int i = 0; i < styles.size(); i++) {
      Line line = curves.lines().get(i);
      List<Point> points = Trace.points(line);
      if (!points.isEmpty()) {
        Point last = points.getLast();
        boolean joined = last.x() == reading.x().high();
        labels.add(Labels.Label.of(line.label(), last.y(), styles.get(i), joined));
      }
    }
    labels.addAll(References.labels(curves.references()));
    return new Labels(labels);
  }
}
