package dev.interact.importer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What became of an input file.
 *
 * @param file its path from the folder that was given
 * @param reason why it was not imported; null if it was
 * @param kind what it was read as; null if it was not read
 * @param encoding of its text and how that was found; null where the kind has none
 * @param concepts how many were made of it, by domain
 * @param characters of their texts, by domain
 * @param scripts letters by script
 * @param notes what is worth knowing about it
 * @param rows those that were not imported, and why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileReport(
    String file,
    Outcome outcome,
    String reason,
    String kind,
    String encoding,
    Map<String, Integer> concepts,
    Map<String, Long> characters,
    Map<String, Integer> scripts,
    List<String> notes,
    List<Row> rows) {

  /** A row that was not imported. */
  public record Row(String row, Outcome outcome, String reason) {}

  /** A file that was not read. */
  static FileReport unread(String file, Outcome outcome, String reason) {
    return new FileReport(
        file, outcome, reason, null, null, Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /** How many concepts were made of it. */
  public int count() {
    return concepts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** In one sentence: "a.txt is empty." */
  public String sentence() {
    if (reason == null) {
      return file;
    }
    String between = reason.matches("(?s)(row|line) \\d+:.*") ? ", " : " ";
    return file + between + reason + (reason.endsWith(".") ? "" : ".");
  }
}
