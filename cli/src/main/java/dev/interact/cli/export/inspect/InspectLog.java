package dev.interact.cli.export.inspect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.export.ByDialogue;
import dev.interact.cli.export.JsonLines;
import dev.interact.cli.export.ResultsFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A log that Inspect's {@code read_eval_log} loads, with a sample for each dialogue. One dialogue
 * is held at a time.
 */
public final class InspectLog {
  /** The name of the score that is the accuracy of a dialogue's last quiz. */
  static final String SCORE = "quiz";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private final ResultsFiles results;
  private final long dialogues;

  /**
   * Of some results.
   *
   * @param dialogues how many they have
   */
  public InspectLog(ResultsFiles results, long dialogues) {
    this.results = results;
    this.dialogues = dialogues;
  }

  /**
   * Writes the log.
   *
   * @return how many samples it has
   */
  public long write(Path file) throws IOException {
    LogHeader header = LogHeader.of(results, dialogues);
    try (JsonGenerator generator = MAPPER.createGenerator(writer(file))) {
      generator.writeStartObject();
      for (var part : header.parts().entrySet()) {
        generator.writePOJOField(part.getKey(), part.getValue());
      }
      generator.writeArrayFieldStart("samples");
      long samples = writeSamples(generator);
      generator.writeEndArray();
      generator.writeEndObject();
      return samples;
    }
  }

  /** A writer, unlike a stream, has something to put in the place of half a character. */
  private static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
  }

  private long writeSamples(JsonGenerator generator) throws IOException {
    long count = 0;
    try (JsonLines dialogues = new JsonLines(results.dialogues());
        ByDialogue answers = new ByDialogue(results.answers());
        ByDialogue calls = new ByDialogue(results.calls())) {
      Optional<ObjectNode> next = dialogues.next();
      for (; next.isPresent(); next = dialogues.next()) {
        String id = next.get().path("dialogue").asText();
        QuizScores quiz = QuizScores.of(answers.take(id));
        generator.writePOJO(Sample.of(next.get(), quiz, Usage.byModel(calls.take(id))));
        count++;
      }
      answers.checkDone();
      calls.checkDone();
    }
    return count;
  }
}
