package dev.interact.cli.report.picture;

import java.util.List;

/**
 * The colours of pictures, each on white paper and on a dark screen. Those of the series are Okabe
 * and Ito's, which people with any kind of colour blindness tell apart; orange and sky blue are
 * darkened on white, where they would be too pale.
 */
public enum Ink {
  PAPER("#ffffff", "#15181c"),
  TEXT("#1b1f24", "#e6e8ea"),
  MUTED("#57606a", "#a3abb4"),
  AXIS("#8c959f", "#6b747d"),
  GRID("#e4e7ea", "#2b3036"),
  OTHERS("#c3c9cf", "#4a525b"),
  MARGIN("#cfe2ee", "#264253"),
  BLUE("#0072b2", "#56b4e9"),
  VERMILION("#d55e00", "#ef7d36"),
  GREEN("#009e73", "#1fbf93"),
  PURPLE("#cc79a7", "#dd92bc"),
  BLACK("#000000", "#d8dce0"),
  ORANGE("#b37c00", "#e69f00"),
  SKY("#2f8fc4", "#f0e442");

  private static final List<Ink> SERIES =
      List.of(BLUE, VERMILION, GREEN, PURPLE, BLACK, ORANGE, SKY);

  private final String light;
  private final String dark;

  Ink(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** On white; as pictures have it. */
  public String light() {
    return light;
  }

  /** On a dark screen. */
  public String dark() {
    return dark;
  }

  /** All that lines are drawn in, in the order in which they are taken. */
  static List<Ink> series() {
    return SERIES;
  }
}
