package dev.interact.importer.format;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the lines of a page in the order of reading: column by column, and what stands over all
 * columns between them.
 */
final class PageOrder {
  private static final Pattern RIGHT_TO_LEFT = Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}]");
  private static final float LARGEST_WORD_GAP = 0.9f;
  private static final int LEAST_LINES = 3;
  private static final float LEAST_WIDTH = 6;
  private static final double MOST_CROSSING = 0.35;

  private PageOrder() {}

  /** The lines of a page. */
  static List<Run> of(List<Run> runs) {
    return ordered(segments(runs));
  }

  private static List<Run> ordered(List<Run> segments) {
    OptionalDouble gutter = gutter(segments);
    if (gutter.isEmpty()) {
      return lines(segments, Float.MAX_VALUE);
    }
    float place = (float) gutter.getAsDouble();
    List<Run> ordered = new ArrayList<>();
    List<Run> band = new ArrayList<>();
    for (Run segment : segments) {
      if (segment.crosses(place)) {
        flush(band, place, ordered);
        ordered.add(segment);
      } else {
        band.add(segment);
      }
    }
    flush(band, place, ordered);
    return ordered;
  }

  private static void flush(List<Run> band, float gutter, List<Run> ordered) {
    ordered.addAll(ordered(band.stream().filter(run -> run.x() < gutter).toList()));
    ordered.addAll(ordered(band.stream().filter(run -> run.x() >= gutter).toList()));
    band.clear();
  }

  /** The place between two columns, if there are two: hardly any line crosses it. */
  private static OptionalDouble gutter(List<Run> segments) {
    double left = segments.stream().mapToDouble(Run::x).min().orElse(0);
    double right = segments.stream().mapToDouble(Run::right).max().orElse(0);
    double best = -1;
    long fewest = (long) (MOST_CROSSING * segments.size()) + 1;
    int ties = 0;
    for (double x = left + 0.2 * (right - left); x < left + 0.8 * (right - left); x++) {
      float place = (float) x;
      long crossing = segments.stream().filter(run -> run.crosses(place)).count();
      if (crossing < fewest && hasColumns(segments, place)) {
        fewest = crossing;
        best = x;
        ties = 1;
      } else if (crossing == fewest && best >= 0 && x - best <= ties) {
        ties++;
      }
    }
    return best < 0 ? OptionalDouble.empty() : OptionalDouble.of(best + ties / 2.0);
  }

  private static boolean hasColumns(List<Run> segments, float place) {
    List<Run> left = segments.stream().filter(run -> run.right() <= place).toList();
    List<Run> right = segments.stream().filter(run -> run.x() >= place).toList();
    return isColumn(left)
        && isColumn(right)
        && bottom(left) > top(right)
        && bottom(right) > top(left);
  }

  /** Enough lines, of the length of sentences: a table's cells are shorter. */
  private static boolean isColumn(List<Run> side) {
    List<Float> widths = side.stream().map(run -> run.width() / run.height()).sorted().toList();
    return widths.size() >= LEAST_LINES && widths.get(widths.size() / 2) >= LEAST_WIDTH;
  }

  private static double top(List<Run> runs) {
    return runs.stream().mapToDouble(Run::y).min().orElseThrow();
  }

  private static double bottom(List<Run> runs) {
    return runs.stream().mapToDouble(Run::y).max().orElseThrow();
  }

  /** Runs of a line that stand as near as words do, as one; from top to bottom. */
  private static List<Run> segments(List<Run> runs) {
    return lines(runs, LARGEST_WORD_GAP);
  }

  /**
   * @param largestGap between runs that are one, in heights of a letter
   */
  private static List<Run> lines(List<Run> runs, float largestGap) {
    List<Run> lines = new ArrayList<>();
    List<Run> level = new ArrayList<>();
    for (Run run : runs.stream().sorted(comparingDouble(Run::y)).toList()) {
      if (!level.isEmpty() && !level.getFirst().isLevelWith(run)) {
        lines.addAll(joined(level, largestGap));
        level.clear();
      }
      level.add(run);
    }
    lines.addAll(joined(level, largestGap));
    return lines;
  }

  private static List<Run> joined(List<Run> level, float largestGap) {
    List<Run> joined = new ArrayList<>();
    List<Run> near = new ArrayList<>();
    for (Run run : level.stream().sorted(comparingDouble(Run::x)).toList()) {
      if (!near.isEmpty() && run.x() - near.getLast().right() > largestGap * run.height()) {
        joined.add(Run.of(near, text(near)));
        near.clear();
      }
      near.add(run);
    }
    if (!near.isEmpty()) {
      joined.add(Run.of(near, text(near)));
    }
    return joined;
  }

  /** From right to left where most runs are written so; Latin words and numbers stay in order. */
  private static String text(List<Run> line) {
    long backwards = line.stream().filter(PageOrder::isRightToLeft).count();
    List<Run> read = new ArrayList<>(line);
    if (2 * backwards > line.size()) {
      Collections.reverse(read);
      for (int begin = 0, end; begin < read.size(); begin = end + 1) {
        end = begin;
        while (end < read.size() && !isRightToLeft(read.get(end))) {
          end++;
        }
        Collections.reverse(read.subList(begin, end));
      }
    }
    return read.stream().map(Run::text).collect(Collectors.joining(" "));
  }

  private static boolean isRightToLeft(Run run) {
    return RIGHT_TO_LEFT.matcher(run.text()).find();
  }
}
