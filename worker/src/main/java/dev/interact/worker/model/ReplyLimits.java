package dev.interact.worker.model;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Ends a request whose reply takes too long or is too large. The client's own timeout ends with the
 * reply's headers, and it reads a body of any length.
 *
 * @param timeout from sending a request to the end of its reply
 */
record ReplyLimits(Supplier<Duration> timeout) implements Consumer<HttpClientRequest> {
  static final int LARGEST_BYTES = 4 * 1024 * 1024;
  private static final int KEPT_BYTES = 2 * SafeText.RAW_BYTES;

  @Override
  public void accept(HttpClientRequest request) {
    Vertx vertx = Vertx.currentContext().owner();
    long timer =
        vertx.setTimer(
            timeout.get().toMillis(), id -> request.reset(0, new TimeoutException("too slow")));
    request
        .response()
        .compose(
            response -> {
              // Whatever it says it is, it is read as JSON; a "multipart" reply has no limit.
              response.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
              response.handler(new Count(response));
              return response.end();
            })
        .onComplete(ended -> vertx.cancelTimer(timer));
  }

  /** Counts what is read of one reply, and remembers its beginning. */
  private static final class Count implements Handler<Buffer> {
    private final HttpClientResponse response;
    private final Buffer beginning = Buffer.buffer();
    private long bytes;

    private Count(HttpClientResponse response) {
      this.response = response;
    }

    @Override
    public void handle(Buffer chunk) {
      bytes += chunk.length();
      if (beginning.length() < KEPT_BYTES) {
        beginning.appendBuffer(chunk);
      }
      if (bytes > LARGEST_BYTES) {
        response.request().reset(0, tooLarge());
      }
    }

    private RuntimeException tooLarge() {
      String text = beginning.toString(StandardCharsets.UTF_8);
      return response.statusCode() >= ModelHttp.Refused.LOWEST_STATUS
          ? new ModelHttp.Refused(response.statusCode(), response.getHeader("Retry-After"), text)
          : new TooLarge(text);
    }
  }

  /** A reply had more than {@link #LARGEST_BYTES}. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final String beginning;

    TooLarge(String beginning) {
      super("more than " + LARGEST_BYTES + " bytes", null, false, false);
      this.beginning = beginning;
    }
  }
}
