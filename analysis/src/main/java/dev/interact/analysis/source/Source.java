package dev.interact.analysis.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.analysis.answers.AnswerLines;
import dev.interact.analysis.answers.AnswerRow;
import dev.interact.analysis.answers.CallRow;
import dev.interact.analysis.answers.DialogueRow;
import dev.interact.study.Concept;
import dev.interact.study.StudyFile;
import dev.interact.study.file.Utf8Lines;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A results folder, as {@code run} writes it.
 *
 * @param state {@code finished}, or why the results are partial
 * @param concepts all of the study, those of images without the image
 * @param summary {@code summary.json} as it is
 */
public record Source(
    Path folder, String state, Manifest manifest, List<Concept> concepts, JsonNode summary) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * Reads all of a folder but its answers, dialogues and calls.
   *
   * @throws InvalidInput if a file is not there or is no part of results
   */
  public static Source of(Path folder) {
    JsonNode summary = read(folder.resolve("summary.json"), JsonNode.class);
    return new Source(
        folder,
        summary.path("study").path("state").asText(),
        read(folder.resolve("manifest.json"), Manifest.class),
        concepts(folder.resolve("concepts.jsonl")),
        summary);
  }

  /** The study as it ran. */
  public StudyFile study() {
    return manifest.settings();
  }

  /** Whether all of its dialogues are over. */
  public boolean isFinished() {
    return state.equals("finished");
  }

  /** Hands over every answer. */
  public void answers(Consumer<AnswerRow> sink) {
    AnswerLines.read(folder.resolve("answers.jsonl"), sink);
  }

  /** Hands over every dialogue. */
  public void dialogues(Consumer<DialogueRow> sink) {
    AnswerLines.readDialogues(folder.resolve("dialogues.jsonl"), sink);
  }

  /** Hands over every call, once for each dialogue that needed it. */
  public void calls(Consumer<CallRow> sink) {
    AnswerLines.readCalls(folder.resolve("calls.jsonl"), sink);
  }

  private static <T> T read(Path file, Class<T> type) {
    try {
      return MAPPER.readValue(Files.readAllBytes(file), type);
    } catch (NoSuchFileException e) {
      throw InvalidInput.of(
          file.toString(), "is not there; is this a folder of results, as run writes it?");
    } catch (JsonProcessingException e) {
      throw InvalidInput.of(
          file.toString(), "is none of Interact's results: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private static List<Concept> concepts(Path file) {
    List<Concept> concepts = new ArrayList<>();
    try {
      Utf8Lines.forEach(
          file,
          (line, number) -> {
            if (!new String(line, StandardCharsets.UTF_8).isBlank()) {
              concepts.add(concept(file, number, line));
            }
          });
    } catch (NoSuchFileException e) {
      throw InvalidInput.of(
          file.toString(), "is not there; run the study again (nothing is paid twice) to have it");
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "is none of Interact's results: " + e.getMessage());
    }
    return concepts;
  }

  /** Of an image the hash stands for its bytes. */
  private static Concept concept(Path file, int number, byte[] line) {
    try {
      JsonNode concept = MAPPER.readTree(line);
      JsonNode hash = concept.path("image").path("hash");
      if (hash.isTextual()) {
        ((ObjectNode) concept.path("image"))
            .put("bytes", hash.asText().getBytes(StandardCharsets.UTF_8))
            .remove("hash");
      }
      return MAPPER.treeToValue(concept, Concept.class);
    } catch (IOException e) {
      throw new InvalidInput(
          List.of(new Problem(file.toString(), number, null, "is no concept: it cannot be read")));
    }
  }
}
