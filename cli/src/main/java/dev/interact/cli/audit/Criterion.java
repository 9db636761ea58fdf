package dev.interact.cli.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What is asked of an item, as in the paper's audit. */
enum Criterion {
  /** It tests whether the material was understood. */
  COMPREHENSION("comprehension"),
  /** The material shows that the right option is right, and that no other one is. */
  ANSWERABLE("answerable"),
  /** No knowledge from outside the material is needed. */
  SELF_CONTAINED("self_contained"),
  /** All three of them. */
  ALL("all three");

  private final String label;

  Criterion(String label) {
    this.label = label;
  }

  /** As a column and in JSON. */
  @JsonValue
  String label() {
    return label;
  }

  /** Those that a person answers. */
  static List<Criterion> asked() {
    return List.of(COMPREHENSION, ANSWERABLE, SELF_CONTAINED);
  }
}
