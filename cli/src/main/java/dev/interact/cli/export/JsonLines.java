package dev.interact.cli.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interact.cli.CommandFailed;
import dev.interact.study.input.InvalidField;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the objects of a JSONL file one by one; no more than one is held. */
public final class JsonLines implements Closeable {
  private static final ObjectReader OBJECT = new JsonMapper().readerFor(ObjectNode.class);

  private final Path file;
  private final BufferedReader reader;
  private long line;

  /** Opens a file. */
  public JsonLines(Path file) throws IOException {
    this.file = file;
    this.reader = Files.newBufferedReader(file);
  }

  /**
   * Hands over every object of a file.
   *
   * @param sink may throw {@link InvalidField}; the user is told where
   */
  static void forEach(Path file, Consumer<ObjectNode> sink) throws IOException {
    try (JsonLines lines = new JsonLines(file)) {
      for (var next = lines.next(); next.isPresent(); next = lines.next()) {
        try {
          sink.accept(next.get());
        } catch (InvalidField e) {
          throw lines.broken(", " + e.field() + ": " + e.problem());
        }
      }
    }
  }

  /** The next object, past blank lines; empty at the end. */
  public Optional<ObjectNode> next() throws IOException {
    try {
      String text;
      do {
        text = reader.readLine();
        line++;
      } while (text != null && text.isBlank());
      return text == null ? Optional.empty() : Optional.of(OBJECT.readValue(text));
    } catch (JsonProcessingException e) {
      throw broken(": is no JSON object.");
    } catch (MalformedInputException e) {
      throw CommandFailed.wrongInput(file + " is not UTF-8.");
    }
  }

  private CommandFailed broken(String problem) {
    return CommandFailed.wrongInput("%s, line %d%s".formatted(file, line, problem));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
