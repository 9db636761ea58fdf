package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Curves.Line;
import java.util.List;

/** Many curves: each has a frame of its own, in which the others are pale. */
final class Panels {
  private static final int COLUMNS = 3;
  private static final double LEFT = 46;
  private static final double TOP = 40;
  private static final double GAP = 22;
  private static final double HEIGHT = 132;
  private static final double TICKS = 44;
  private static final double BELOW = 14;
  private static final int LABEL_LINES = 2;
  private static final Style THIS = Style.of(0, 1);

  private final Curves curves;
  private final Reading reading;
  private final double width;
  private final double labelHeight;

  Panels(Curves curves) {
    this.curves = curves;
    this.reading = Reading.of(curves);
    this.width = (Canvas.WIDTH - LEFT - (COLUMNS - 1) * GAP) / COLUMNS;
    int lines = curves.lines().stream().mapToInt(line -> label(line).size()).max().orElse(1);
    this.labelHeight = lines * Lettering.BOLD.leading() + 6;
  }

  private List<String> label(Line line) {
    return Lettering.BOLD.lines(line.label(), width, LABEL_LINES);
  }

  private double pitch() {
    return labelHeight + HEIGHT + TICKS;
  }

  String svg() {
    int rows = Math.ceilDiv(curves.lines().size(), COLUMNS);
    double legend = curves.references().isEmpty() ? 0 : 26;
    double height = TOP + rows * pitch() + BELOW + legend;
    return new Canvas(curves.id(), curves.caption(), Description.of(curves))
        .svg(height, svg -> draw(svg, TOP + rows * pitch()));
  }

  private void draw(Svg svg, double bottom) {
    Canvas.above(svg, curves.y() + ", by " + curves.x(), 2);
    for (int i = 0; i < curves.lines().size(); i++) {
      panel(svg, i);
    }
    References.legend(svg, curves.references(), bottom + 14);
  }

  private void panel(Svg svg, int index) {
    int column = index % COLUMNS;
    double left = LEFT + column * (width + GAP);
    double top = TOP + index / COLUMNS * pitch();
    Line line = curves.lines().get(index);
    double y = top;
    for (String text : label(line)) {
      y += Lettering.BOLD.leading();
      String tag = "text x='%s' y='%s' font-size='13' font-weight='bold' fill='%s'";
      svg.text(text, tag, left, y - 4, Ink.TEXT);
    }
    Frame frame =
        new Frame(
            left, top + labelHeight, width - 2 * Frame.INSET, HEIGHT, reading.x(), reading.y());
    frame.draw(svg, column == 0);
    References.draw(svg, frame, curves.references());
    curves.lines().forEach(other -> new Trace(frame, THIS.pale()).path(svg, Trace.points(other)));
    Trace trace = new Trace(frame, THIS);
    trace.draw(svg, line);
    trace.mark(svg, line, reading.numeral());
  }
}
