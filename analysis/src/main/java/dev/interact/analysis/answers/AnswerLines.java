package dev.interact.analysis.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.interact.study.file.Utf8Lines;
import dev.interact.study.input.InvalidField;
import dev.interact.study.input.InvalidInput;
import dev.interact.study.input.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the lines of a results folder one by one; no more than one is held. Fields beyond those of
 * the row are ignored, as are blank lines.
 */
public final class AnswerLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path file;
  private final ObjectReader reader;

  private AnswerLines(Path file, Class<?> type) {
    this.file = file;
    this.reader = MAPPER.readerFor(type);
  }

  /**
   * Hands over each row of a file like {@code answers.jsonl}, in its order.
   *
   * @throws InvalidInput at the first line that is no answer, or if the file cannot be read
   */
  public static void read(Path file, Consumer<AnswerRow> sink) {
    new AnswerLines(file, AnswerRow.class).each(sink);
  }

  /**
   * Hands over each row of a file like {@code dialogues.jsonl}, in its order.
   *
   * @throws InvalidInput at the first line that is no dialogue, or if the file cannot be read
   */
  public static void readDialogues(Path file, Consumer<DialogueRow> sink) {
    new AnswerLines(file, DialogueRow.class).each(sink);
  }

  /**
   * Hands over each row of a file like {@code calls.jsonl}, in its order.
   *
   * @throws InvalidInput at the first line that is no call, or if the file cannot be read
   */
  public static void readCalls(Path file, Consumer<CallRow> sink) {
    new AnswerLines(file, CallRow.class).each(sink);
  }

  private <T> void each(Consumer<T> sink) {
    try {
      Utf8Lines.forEach(
          file,
          (line, number) -> {
            T row = row(line, number);
            if (row != null) {
              sink.accept(row);
            }
          });
    } catch (NoSuchFileException e) {
      throw InvalidInput.of(file.toString(), "is not there");
    } catch (IOException e) {
      throw InvalidInput.of(file.toString(), "cannot be read: " + e.getMessage());
    }
  }

  private <T> T row(byte[] line, int number) {
    try {
      String text = Utf8Lines.decode(line);
      return text.isBlank() ? null : reader.readValue(text);
    } catch (CharacterCodingException e) {
      throw refused(number, null, "is not UTF-8");
    } catch (JsonProcessingException e) {
      throw e.getCause() instanceof InvalidField invalid
          ? refused(number, invalid.field(), invalid.problem())
          : refused(number, null, "is no line of Interact's results: " + reason(e));
    }
  }

  private InvalidInput refused(int number, String field, String message) {
    return new InvalidInput(List.of(new Problem(file.toString(), number, field, message)));
  }

  /** What the parser says, in words for people, and without what it saw. */
  private static String reason(JsonProcessingException e) {
    String first = e.getOriginalMessage().lines().findFirst().orElse("it ends too early");
    return first
        .replace("creator property", "field")
        .replaceAll("\\s*\\((start marker at|index|set Deserialization).*", "")
        .replaceAll("`[\\w.$]*[.$](\\w+)`", "$1");
  }
}
