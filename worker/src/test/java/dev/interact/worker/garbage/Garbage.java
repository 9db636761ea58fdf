package dev.interact.worker.garbage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A reply of a model that is not as it should be, or is so only at a closer look: a line of the
 * corpus.
 *
 * @param name unique in the corpus
 * @param to what was asked
 * @param body one part after another
 * @param missing bytes that the reply promises and does not send
 * @param outcomes the names of the outcomes that it may have
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Garbage(
    String name,
    Request to,
    int status,
    Map<String, String> headers,
    List<Part> body,
    int missing,
    List<String> outcomes) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** What a model is asked for. */
  public enum Request {
    QUESTION,
    SHEET
  }

  /**
   * A part of a body.
   *
   * @param text sent in UTF-8; null where it is bytes
   * @param bytes null where it is text
   * @param times how often it comes; 0 stands for once
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Part(String text, byte[] bytes, int times) {
    public Part {
      text = text == null && bytes == null ? "" : text;
    }

    void writeTo(ByteArrayOutputStream body) {
      byte[] once = text == null ? bytes : text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < Math.max(1, times); i++) {
        body.writeBytes(once);
      }
    }
  }

  public Garbage {
    headers = headers == null ? Map.of() : headers;
    body = body == null ? List.of() : List.copyOf(body);
  }

  /** Where the corpus is kept. */
  public static Path corpus() {
    return Path.of(
        System.getProperty("interact.root"), "system-tests/src/test/resources/garbage.jsonl");
  }

  /** All lines of the corpus. */
  public static List<Garbage> all() {
    try (var lines = Files.lines(corpus())) {
      return lines.map(Garbage::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Garbage of(String line) {
    try {
      return JSON.readValue(line, Garbage.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String line() {
    try {
      return JSON.writeValueAsString(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body as it is sent. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.forEach(part -> part.writeTo(bytes));
    return bytes.toByteArray();
  }

  /** Sends the reply. A client that hangs up is none of its business. */
  public void send(HttpExchange exchange) throws IOException {
    byte[] bytes = bytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length + (long) missing);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    } catch (IOException e) {
      assert bytes.length + missing > 0 : e;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
