package dev.interact.offline.author;

import java.util.Locale;

/** How much of a text an item takes. */
public enum Level {
  /** One place. */
  EASY,
  /** Two places. */
  MEDIUM,
  /** What follows from several places and stands in none. */
  HARD;

  /** As prompts and replies call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
