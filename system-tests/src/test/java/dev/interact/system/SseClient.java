package dev.interact.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of server-sent events that reads for itself, as a browser does, until it is closed. */
final class SseClient implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<InputStream> response;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private final Thread reader = Thread.ofVirtual().unstarted(this::read);
  private volatile String lastId;
  private volatile boolean over;

  /**
   * What was sent.
   *
   * @param arrived when it came, in nanoseconds of this JVM
   */
  record Message(String id, String event, String data, long arrived) {
    JsonNode json() {
      return Api.json(data);
    }
  }

  private SseClient(HttpResponse<InputStream> response, String lastId) {
    this.response = response;
    this.lastId = lastId;
    reader.start();
  }

  /**
   * Begins to listen.
   *
   * @param lastId what it has; null for nothing
   */
  static SseClient open(URI stream, String lastId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      return new SseClient(
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()), lastId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  /** What has come so far. */
  List<Message> messages() {
    return messages;
  }

  /** The last id that was sent, with which to come again. */
  String lastId() {
    return lastId;
  }

  /** Waits for the end of the connection. */
  void awaitOver() {
    try {
      reader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the connection has ended. */
  boolean isOver() {
    return over;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      String event = null;
      String data = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && data != null) {
          messages.add(new Message(lastId, event, data, System.nanoTime()));
          event = null;
          data = null;
        }
      }
    } catch (IOException e) {
      // The connection has broken, or was closed here.
    } finally {
      over = true;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
