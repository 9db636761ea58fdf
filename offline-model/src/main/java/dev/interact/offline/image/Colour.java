package dev.interact.offline.image;

import java.awt.Color;
import java.util.Locale;

/** The colours the descriptions know, told apart by hue, saturation and brightness. */
enum Colour {
  RED,
  ORANGE,
  YELLOW,
  GREEN,
  BLUE,
  PURPLE,
  PINK,
  BROWN,
  BLACK,
  GRAY,
  WHITE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The colour of an ARGB pixel; what is transparent shows white paper. */
  static Colour of(int argb) {
    if (argb >>> 24 < 128) {
      return WHITE;
    }
    float[] hsb = Color.RGBtoHSB(argb >> 16 & 255, argb >> 8 & 255, argb & 255, null);
    float degrees = hsb[0] * 360;
    float saturation = hsb[1];
    float brightness = hsb[2];
    if (brightness < 0.2) {
      return BLACK;
    }
    if (saturation < 0.15) {
      return brightness > 0.9 ? WHITE : GRAY;
    }
    return ofHue(degrees, saturation, brightness);
  }

  private static Colour ofHue(float degrees, float saturation, float brightness) {
    if (degrees < 15 || degrees >= 335) {
      return reddish(saturation, brightness);
    }
    if (degrees < 49) {
      return brightness < 0.75 ? BROWN : ORANGE;
    }
    if (degrees < 70) {
      return YELLOW;
    }
    if (degrees < 165) {
      return GREEN;
    }
    if (degrees < 258) {
      return BLUE;
    }
    return degrees < 290 || brightness < 0.75 ? PURPLE : PINK;
  }

  private static Colour reddish(float saturation, float brightness) {
    if (saturation < 0.65 && brightness > 0.75) {
      return PINK;
    }
    return saturation < 0.8 && brightness < 0.7 ? BROWN : RED;
  }
}
