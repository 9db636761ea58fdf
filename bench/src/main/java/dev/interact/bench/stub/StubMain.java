package dev.interact.bench.stub;

import dev.interact.contracts.Hash;
import dev.interact.contracts.Json;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;

/**
 * The model stub's process: a server of OpenAI's chat API on one event loop, so that waiting
 * answers cost a timer each. It says its port on its standard output and ends with its standard
 * input.
 */
final class StubMain {
  private static final int BACKLOG = 4_096;

  private final Vertx vertx;
  private final Latency latency;
  private final Times arrivals = new Times();
  private final Times departures = new Times();

  private StubMain(Vertx vertx, Latency latency) {
    this.vertx = vertx;
    this.latency = latency;
  }

  /**
   * @param arguments median and 99th percentile of the latency in milliseconds
   */
  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    StubMain stub =
        new StubMain(
            vertx, new Latency(Double.parseDouble(arguments[0]), Double.parseDouble(arguments[1])));
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
    System.in.transferTo(java.io.OutputStream.nullOutputStream());
    System.exit(0);
  }

  private void handle(HttpServerRequest request) {
    switch (request.path()) {
      case "/count" -> request.response().end(Integer.toString(departures.size()));
      case "/traffic" -> request.response().end(Buffer.buffer(Json.write(traffic())));
      default -> {
        arrivals.addNow();
        request.body().onSuccess(body -> answer(request.response(), body.getBytes()));
      }
    }
  }

  private Traffic traffic() {
    return new Traffic(arrivals.all(), departures.all());
  }

  private void answer(HttpServerResponse response, byte[] request) {
    long millis = Math.max(1, Math.round(latency.of(Hash.longSeed((Object) request))));
    try {
      byte[] answer = Chat.answer(request);
      vertx.setTimer(millis, timer -> send(response, answer));
    } catch (IOException e) {
      response.setStatusCode(400).end();
    }
  }

  private void send(HttpServerResponse response, byte[] answer) {
    departures.addNow();
    response.putHeader("Content-Type", "application/json").end(Buffer.buffer(answer));
  }
}
