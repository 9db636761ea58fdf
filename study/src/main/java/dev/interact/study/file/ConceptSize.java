package dev.interact.study.file;

import dev.interact.contracts.Json;
import dev.interact.contracts.Topics;
import dev.interact.study.Concept;
import java.util.Locale;
import java.util.Optional;

/** Whether a concept fits in a message beside prompts and a transcript. */
public final class ConceptSize {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int RESERVED_BYTES = MEBIBYTE;

  /** The largest concept in bytes of JSON, its image in base64. */
  public static final int MAX_BYTES = Topics.MAX_MESSAGE_BYTES - RESERVED_BYTES;

  /** A line of JSON may be longer than what is sent of it: escapes take more room than letters. */
  static final int MAX_LINE_BYTES = 2 * MAX_BYTES;

  private ConceptSize() {}

  /** Why a concept is too large, or empty if it is not. */
  public static Optional<String> problem(Concept concept) {
    int bytes = Json.write(concept).length;
    return bytes <= MAX_BYTES
        ? Optional.empty()
        : Optional.of("takes " + tooLarge(bytes) + " (images grow by a third in a message)");
  }

  static String tooLarge(long bytes) {
    return String.format(
        Locale.ROOT,
        "%.1f MiB; at most %d MiB fit in a message",
        bytes / (double) MEBIBYTE,
        MAX_BYTES / MEBIBYTE);
  }
}
