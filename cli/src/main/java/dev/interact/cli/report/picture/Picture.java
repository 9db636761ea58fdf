package dev.interact.cli.report.picture;

import dev.interact.analysis.report.Block.Curves;
import dev.interact.analysis.report.Block.Forest;

/**
 * A chart as SVG. It needs no font to be made; the reader's fonts are used. Its colours are those
 * of {@link Ink} on white, so that a page may replace them.
 *
 * @param id of its block
 * @param svg one element, in its own namespace
 */
public record Picture(String id, String svg) {
  private static final int MOST_IN_ONE_FRAME = 4;

  /** Of curves: in one frame if they are few, otherwise each in its own. */
  public static Picture of(Curves curves) {
    long ribbons = curves.lines().stream().filter(line -> Trace.points(line).size() > 1).count();
    boolean few = ribbons <= MOST_IN_ONE_FRAME;
    return new Picture(curves.id(), few ? new OneFrame(curves).svg() : new Panels(curves).svg());
  }

  /** Of estimates. */
  public static Picture of(Forest forest) {
    return new Picture(forest.id(), new ForestPicture(forest).svg());
  }
}
