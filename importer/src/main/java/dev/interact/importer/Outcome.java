package dev.interact.importer;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a file. */
public enum Outcome {
  IMPORTED("imported"),
  DUPLICATE("duplicate"),
  LEFT_OUT("left out"),
  REFUSED("refused");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** Its name in words. */
  @JsonValue
  public String label() {
    return label;
  }
}
