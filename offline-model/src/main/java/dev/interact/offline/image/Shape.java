package dev.interact.offline.image;

import java.util.Locale;

/** The shapes the descriptions know. */
enum Shape {
  CIRCLE,
  SQUARE,
  RECTANGLE,
  TRIANGLE,
  DIAMOND,
  ELLIPSE,
  STAR;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * By the measures of ideal shapes: a star has dents; a triangle covers half its box and leans to
   * a side; a diamond covers half, an ellipse 0.79 and a rectangle all of it.
   */
  static Shape of(Outline outline) {
    if (outline.solidity() < 0.85) {
      return STAR;
    }
    if (outline.lopsided() > 0.08) {
      return TRIANGLE;
    }
    if (outline.fill() < 0.65) {
      return DIAMOND;
    }
    boolean regular = Math.abs(Math.log((double) outline.width() / outline.height())) < 0.13;
    if (outline.fill() < 0.9) {
      return regular ? CIRCLE : ELLIPSE;
    }
    return regular ? SQUARE : RECTANGLE;
  }
}
