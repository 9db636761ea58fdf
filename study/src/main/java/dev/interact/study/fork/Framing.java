package dev.interact.study.fork;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As what a student is shown a dialogue. */
public enum Framing {
  /** As its own. */
  @JsonProperty("own")
  OWN("own"),
  /** As one between the teacher and another student, which it reads. */
  @JsonProperty("observed")
  OBSERVED("observed"),
  /** As one text of all that the teacher said. */
  @JsonProperty("notes")
  NOTES("notes");

  private final String label;

  Framing(String label) {
    this.label = label;
  }

  /** The framing's name in study files, results and APIs. */
  public String label() {
    return label;
  }
}
