package dev.interact.cli.report.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of one size, whose width is estimated: it must be known without fonts, and the reader's are
 * not known. The estimate is that of a wide face, so that others fit.
 *
 * @param size in pixels
 * @param stretch times the width of usual letters
 */
record Lettering(double size, double stretch) {
  static final Lettering USUAL = new Lettering(13, 1);
  static final Lettering BOLD = new Lettering(13, 1.12);
  static final Lettering SMALL = new Lettering(12, 1);

  private static final String ELLIPSIS = "…";
  private static final double NARROW = 0.36;
  private static final double MEDIUM = 0.61;
  private static final double BROAD = 0.8;
  private static final double FULL = 1;

  /** Between the baselines of two lines. */
  double leading() {
    return size * 1.25;
  }

  /** In pixels. */
  double width(String text) {
    return size * stretch * text.codePoints().mapToDouble(Lettering::width).sum();
  }

  private static double width(int point) {
    if (Character.getType(point) == Character.NON_SPACING_MARK) {
      return 0;
    }
    if (Character.isIdeographic(point) || point >= 0x1100) {
      return point >= 0x2000 && point < 0x2E80 ? BROAD : FULL;
    }
    if ("iIjl.,:;'|!()[]- ftr/".indexOf(point) >= 0) {
      return NARROW;
    }
    return "mwMW@%".indexOf(point) >= 0 || Character.isUpperCase(point) ? BROAD : MEDIUM;
  }

  /**
   * The text in lines of a width; what does not fit in them is left out, and an ellipsis says so.
   */
  List<String> lines(String text, double width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip().replaceAll("\\s+", " ");
    while (!rest.isEmpty() && lines.size() < most) {
      String line = lines.size() == most - 1 ? shortened(rest, width) : start(rest, width);
      lines.add(line.strip());
      rest = line.endsWith(ELLIPSIS) ? "" : rest.substring(line.length());
    }
    return lines;
  }

  private String shortened(String text, double width) {
    return width(text) <= width
        ? text
        : text.substring(0, fitting(text, width - width(ELLIPSIS))).strip() + ELLIPSIS;
  }

  /** As many words as fit, or as many letters of the first. */
  private String start(String text, double width) {
    int fitting = fitting(text, width);
    if (fitting == text.length()) {
      return text;
    }
    int space = text.lastIndexOf(' ', fitting);
    return text.substring(0, space > 0 ? space + 1 : fitting);
  }

  /** How many chars fit; at least one letter. */
  private int fitting(String text, double width) {
    int end = text.offsetByCodePoints(0, 1);
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      if (width(text.substring(0, next)) > width) {
        break;
      }
      end = next;
    }
    return end;
  }
}
