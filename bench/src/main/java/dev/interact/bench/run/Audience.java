package dev.interact.bench.run;

import dev.interact.bench.figure.Delays;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who watch a study while it runs, half of them its view and half its events, each on a
 * connection of its own; one thread takes what comes.
 */
final class Audience implements AutoCloseable {
  private static final String TIME = "\"time\":\"";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(thread).build();
  private final Delays delays = new Delays();
  private final AtomicInteger left = new AtomicInteger();
  private final int watchers;

  private Audience(int watchers) {
    this.watchers = watchers;
  }

  /** Lets some begin to watch a study. */
  static Audience of(URI orchestrator, String study, int watchers) {
    Audience audience = new Audience(watchers);
    for (int i = 0; i < watchers; i++) {
      String path = i % 2 == 0 ? "/api/studies/%s/live" : "/api/events?study=%s&after=-1";
      audience.open(orchestrator.resolve(path.formatted(study)));
    }
    return audience;
  }

  private void open(URI stream) {
    HttpRequest request =
        HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
    client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Watcher()));
  }

  /** Adds what was seen; to be asked when the study is over. */
  void describe(Map<String, Double> figures) {
    if (watchers == 0) {
      return;
    }
    figures.put("watchers_lost", (double) left.get());
    CompletableFuture.runAsync(() -> delays.describe(figures), thread).join();
  }

  @Override
  public void close() {
    client.shutdownNow();
    thread.shutdownNow();
  }

  /** One connection. */
  private final class Watcher implements Flow.Subscriber<String> {
    private long before = -1;
    private long id = -1;
    private String event = "";

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("id: ")) {
        before = id;
        id = Long.parseLong(line, 4, line.length(), 10);
      } else if (line.startsWith("event: ")) {
        event = line.substring(7);
      } else if (line.startsWith("data: ")) {
        take(line, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
      }
    }

    private void take(String data, long now) {
      switch (event) {
        case "view" -> {}
        case "patch" -> delays.patch(before, id, now);
        default -> {
          int from = data.indexOf(TIME) + TIME.length();
          Instant stored = Instant.parse(data.substring(from, data.indexOf('"', from)));
          delays.event(id, ChronoUnit.MICROS.between(Instant.EPOCH, stored), now);
        }
      }
    }

    @Override
    public void onError(Throwable error) {
      left.incrementAndGet();
    }

    @Override
    public void onComplete() {
      left.incrementAndGet();
    }
  }
}
