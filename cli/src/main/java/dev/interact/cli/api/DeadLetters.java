package dev.interact.cli.api;

import dev.interact.contracts.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** Records that no service could read. */
public final class DeadLetters {
  private static final String LETTERS = "/api/dead-letters";

  private final Http http;

  DeadLetters(Http http) {
    this.http = http;
  }

  /**
   * A dead letter.
   *
   * @param id where it stood: topic, partition and offset
   * @param size in bytes
   * @param reader who could not read it
   * @param noticed when; ISO 8601
   * @param resent when it was last sent again; null where it was not
   */
  public record Letter(
      String id,
      String topic,
      int partition,
      long offset,
      long size,
      String reason,
      String reader,
      String noticed,
      String resent) {}

  /**
   * A dead letter with its content.
   *
   * @param value base64; null where the record has none
   * @param text the same as text, where it is UTF-8
   */
  public record Opened(Letter letter, String value, String text) {}

  /** All of them, newest first. */
  public List<Letter> all() {
    return http.all(LETTERS, Letter.class);
  }

  public Opened open(String id) {
    return http.get(path(id), body -> Json.read(body.readAllBytes(), Opened.class));
  }

  /**
   * Sends one to its topic again.
   *
   * @param again also if it was sent again before
   */
  public Letter resend(String id, boolean again) {
    String path = path(id) + "/resend" + (again ? "?again=true" : "");
    return Json.read(http.post(path, BodyPublishers.noBody()), Letter.class);
  }

  /** Sends all again that were not. */
  public List<Letter> resendAll() {
    return List.of(
        Json.read(http.post(LETTERS + "/resend", BodyPublishers.noBody()), Letter[].class));
  }

  /** Forgets one. */
  public void drop(String id) {
    http.delete(path(id));
  }

  private static String path(String id) {
    return LETTERS + "/" + Http.part(id);
  }
}
