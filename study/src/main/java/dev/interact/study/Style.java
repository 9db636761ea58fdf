package dev.interact.study;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a teacher answers. */
public enum Style {
  /** With all that it has, as in the paper. */
  @JsonProperty("full")
  FULL("full"),
  /** From the passages of the context that match the question; an image is seen whole. */
  @JsonProperty("retrieval")
  RETRIEVAL("retrieval"),
  /** In as few words as will do. */
  @JsonProperty("terse")
  TERSE("terse"),
  /** With hints, and never with the final answer itself. */
  @JsonProperty("no-answer")
  NO_ANSWER("no-answer");

  private final String label;

  Style(String label) {
    this.label = label;
  }

  /** The style's name in study files, results and APIs. */
  public String label() {
    return label;
  }
}
