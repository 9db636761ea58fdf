package dev.interact.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How many items of a quiz one model call holds. */
public enum QuizMode {
  /** All of them. */
  @JsonProperty("sheet")
  SHEET,
  /** One. */
  @JsonProperty("item")
  ITEM;

  /** The mode's name in study files, results and APIs. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many model calls one quiz takes. */
  public int calls(int items) {
    return this == ITEM ? items : 1;
  }
}
