package dev.interact.importer.output;

import dev.interact.importer.text.Scripts;

/** What became of a draft. */
public sealed interface Made {
  /**
   * It is a concept.
   *
   * @param scripts of its text; null for an image
   */
  record Imported(String domain, int characters, Scripts scripts) implements Made {}

  /** It is a duplicate: "is the same as 'x'". */
  record Duplicate(String reason) implements Made {}

  /** It was not wanted: "was published on 2020-01-01". */
  record LeftOut(String reason) implements Made {}
}
