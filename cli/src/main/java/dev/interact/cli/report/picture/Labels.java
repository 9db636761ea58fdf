package dev.interact.cli.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The names of lines, to the right of them, each as near to its line's end as the others let it.
 */
final class Labels {
  /** What stands between the frame and the texts, in pixels. */
  static final double KEY = 62;

  private static final double LEADER = 20;
  private static final double GAP = 5;
  private static final int MOST_LINES = 2;

  private final List<Label> labels;

  Labels(List<Label> labels) {
    this.labels = labels.stream().sorted(Comparator.comparing(Label::value).reversed()).toList();
  }

  /**
   * A name.
   *
   * @param text in lines
   * @param value where its line ends
   * @param joined whether its line ends at the frame's right, so that it can be followed to here
   */
  record Label(List<String> text, double value, Style style, boolean joined) {
    static Label of(String text, double value, Style style, boolean joined) {
      double width = width(List.of(text));
      return new Label(Lettering.USUAL.lines(text, width, MOST_LINES), value, style, joined);
    }

    double height() {
      return text.size() * Lettering.USUAL.leading() + GAP;
    }
  }

  /** How wide a column these texts take; longer ones are broken or shortened. */
  static double width(List<String> texts) {
    double widest = texts.stream().mapToDouble(Lettering.USUAL::width).max().orElse(0);
    return Math.clamp(widest, 60, 230);
  }

  /** Of all of them under each other. */
  double height() {
    return labels.stream().mapToDouble(Label::height).sum();
  }

  void draw(Svg svg, Frame frame) {
    List<Double> tops = tops(frame);
    for (int i = 0; i < labels.size(); i++) {
      draw(svg, frame, labels.get(i), tops.get(i) + labels.get(i).height() / 2);
    }
  }

  /** None over another, none below the frame while there is room above. */
  private List<Double> tops(Frame frame) {
    List<Double> tops = new ArrayList<>();
    double free = frame.top();
    for (Label label : labels) {
      double top = Math.max(free, frame.y(label.value()) - label.height() / 2);
      tops.add(top);
      free = top + label.height();
    }
    double floor = frame.bottom();
    for (int i = labels.size() - 1; i >= 0; i--) {
      floor = Math.min(floor - labels.get(i).height(), tops.get(i));
      tops.set(i, floor);
    }
    return tops;
  }

  private static void draw(Svg svg, Frame frame, Label label, double middle) {
    double from = frame.right() + LEADER;
    if (label.joined()) {
      double end = label.style().marker() == null ? frame.right() : frame.right() - Frame.INSET + 6;
      String leader = "path d='M%s %sL%s %s' fill='none' stroke='%s' stroke-width='0.75'";
      svg.add(leader, end, frame.y(label.value()), from - 2, middle, Ink.AXIS);
    }
    label.style().key(svg, from, middle);
    Lettering lettering = Lettering.USUAL;
    double y =
        middle - (label.text().size() - 1) * lettering.leading() / 2 + lettering.size() * 0.35;
    Ink ink = label.style().marker() == null ? Ink.MUTED : Ink.TEXT;
    for (String line : label.text()) {
      String tag = "text x='%s' y='%s' font-size='%s' fill='%s'";
      svg.text(line, tag, frame.right() + KEY, y, lettering.size(), ink);
      y += lettering.leading();
    }
  }
}
