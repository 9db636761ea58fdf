package dev.interact.bench.stub;

import dev.interact.contracts.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The model stub's process: a server of OpenAI's chat API on one event loop, so that waiting
 * answers cost a timer each. It says its port on its standard output and ends with its standard
 * input.
 */
final class StubMain {
  private static final int BACKLOG = 4_096;

  private final Vertx vertx;
  private final Optional<ExchangeLog> log;
  private final Map<String, Calls> models = new HashMap<>();

  /** Those of one model. */
  private record Calls(Latency latency, Times arrivals, Times departures) {
    static Calls of(String model) {
      return new Calls(Latency.of(model), new Times(), new Times());
    }

    Traffic since(long time) {
      return new Traffic(arrivals.since(time), departures.since(time));
    }
  }

  private StubMain(Vertx vertx, Optional<ExchangeLog> log) {
    this.vertx = vertx;
    this.log = log;
  }

  /**
   * @param arguments the file for what is said, if anybody wants to know
   */
  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    ExchangeLog log = arguments.length == 0 ? null : new ExchangeLog(Path.of(arguments[0]));
    StubMain stub = new StubMain(vertx, Optional.ofNullable(log));
    HttpServerOptions options =
        new HttpServerOptions().setHost("127.0.0.1").setPort(0).setAcceptBacklog(BACKLOG);
    HttpServer server =
        vertx
            .createHttpServer(options)
            .requestHandler(stub::handle)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    System.out.println(server.actualPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void handle(HttpServerRequest request) {
    long arrived = Times.now();
    switch (request.path()) {
      case "/count" -> request.response().end(Integer.toString(answered()));
      case "/traffic" -> request.response().end(Buffer.buffer(Json.write(traffic(request))));
      default ->
          request.body().onSuccess(body -> take(arrived, body.getBytes(), request.response()));
    }
  }

  private int answered() {
    return models.values().stream().mapToInt(calls -> calls.departures.size()).sum();
  }

  private Traffic traffic(HttpServerRequest request) {
    return Optional.ofNullable(models.get(request.getParam("model")))
        .map(calls -> calls.since(Long.parseLong(request.getParam("since"))))
        .orElse(Traffic.NONE);
  }

  private void take(long arrived, byte[] body, HttpServerResponse response) {
    try {
      ChatRequest request = ChatRequest.read(body);
      Calls calls = models.computeIfAbsent(request.model(), Calls::of);
      calls.arrivals.add(arrived);
      String answer = Chat.answer(request);
      byte[] completion = Chat.completion(request, answer);
      vertx.setTimer(
          Math.max(1, Math.round(calls.latency.of(request.seed()))),
          timer -> {
            long left = Times.now();
            calls.departures.add(left);
            response.putHeader("Content-Type", "application/json").end(Buffer.buffer(completion));
            log.ifPresent(
                file -> file.add(new Exchange(arrived, left, request.messages(), answer)));
          });
    } catch (IOException | IllegalArgumentException e) {
      response.setStatusCode(400).end();
    }
  }
}
