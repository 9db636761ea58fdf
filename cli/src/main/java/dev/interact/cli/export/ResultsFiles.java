package dev.interact.cli.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.CommandFailed;
import dev.interact.cli.api.Summary;
import dev.interact.contracts.Json;
import dev.interact.contracts.UnreadableMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder of results that is read.
 *
 * @param written the summary as it stands in its file
 * @param manifest where the results come from
 */
public record ResultsFiles(Path folder, Summary summary, ObjectNode written, ObjectNode manifest) {
  private static final List<String> NEEDED =
      List.of("summary.json", "manifest.json", "dialogues.jsonl", "answers.jsonl", "calls.jsonl");

  /** As study files may name studies; nothing else becomes the name of a file. */
  private static final String NAME = "[a-z0-9][a-z0-9-]*";

  /** Reads what is small, and sees that the rest is there. */
  static ResultsFiles open(Path folder) throws IOException {
    for (String name : NEEDED) {
      if (!Files.isRegularFile(folder.resolve(name))) {
        throw CommandFailed.wrongInput(
            "%s is no folder of results: it has no %s. interact run writes such folders, to results/NAME."
                .formatted(folder, name));
      }
    }
    Summary summary = read(folder.resolve("summary.json"), Summary.class);
    if (summary.study() == null || summary.study().name() == null || summary.totals() == null) {
      throw CommandFailed.wrongInput("%s/summary.json names no study.".formatted(folder));
    }
    if (!summary.study().name().matches(NAME)) {
      throw CommandFailed.wrongInput(
          "%s/summary.json: study.name is no name of a study.".formatted(folder));
    }
    return new ResultsFiles(
        folder,
        summary,
        read(folder.resolve("summary.json"), ObjectNode.class),
        read(folder.resolve("manifest.json"), ObjectNode.class));
  }

  private static <T> T read(Path file, Class<T> type) throws IOException {
    try {
      return Json.read(Files.readAllBytes(file), type);
    } catch (UnreadableMessage e) {
      throw CommandFailed.wrongInput("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /** Every dialogue with its transcript. */
  public Path dialogues() {
    return folder.resolve("dialogues.jsonl");
  }

  /** Every item of every quiz. */
  public Path answers() {
    return folder.resolve("answers.jsonl");
  }

  /** Every model call. */
  public Path calls() {
    return folder.resolve("calls.jsonl");
  }

  /** The concepts, where they are with the results. */
  public Optional<Path> concepts() {
    return Optional.of(folder.resolve("concepts.jsonl")).filter(Files::isRegularFile);
  }
}
