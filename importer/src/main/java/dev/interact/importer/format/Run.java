package dev.interact.importer.format;

import java.util.List;

/**
 * A stretch of text on a page of a PDF, in points from the upper left corner.
 *
 * @param y of the baseline
 * @param height of its letters
 */
record Run(String text, float x, float y, float width, float height) {
  float right() {
    return x + width;
  }

  boolean crosses(float place) {
    return x < place && right() > place;
  }

  /** Whether another stands on the same line. */
  boolean isLevelWith(Run other) {
    return Math.abs(y - other.y) < 0.5f * Math.max(height, other.height);
  }

  /** Runs of a line as one. */
  static Run of(List<Run> runs, String text) {
    float left = (float) runs.stream().mapToDouble(Run::x).min().orElseThrow();
    float right = (float) runs.stream().mapToDouble(Run::right).max().orElseThrow();
    float height = (float) runs.stream().mapToDouble(Run::height).max().orElseThrow();
    return new Run(text, left, runs.getFirst().y(), right - left, height);
  }
}
