package dev.interact.orchestrator.live;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An HTTP server on loopback whose sockets hold little, so that what clients do not take stays. */
final class Streams implements AutoCloseable {
  private static final int SOCKET_BYTES = 16 * 1024;
  private static final long CEILING_SECONDS = 60;

  private final Vertx vertx = Vertx.vertx();
  private final BlockingQueue<RoutingContext> asked = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Streams() {
    this(http -> {});
  }

  /**
   * @param handler answers requests
   */
  Streams(Consumer<RoutingContext> handler) {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            http -> {
              handler.accept(http);
              asked.add(http);
            });
    server =
        vertx
            .createHttpServer(
                new HttpServerOptions().setHost("127.0.0.1").setSendBufferSize(SOCKET_BYTES))
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** A client that has asked for a path and reads nothing yet. */
  SlowClient client(String path) throws IOException {
    return new SlowClient(server.actualPort(), path);
  }

  /** The next request that has come in. */
  RoutingContext asked() throws InterruptedException {
    RoutingContext next = asked.poll(CEILING_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new IllegalStateException("nobody has asked");
    }
    return next;
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
