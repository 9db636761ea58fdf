package dev.interact.bench.run;

import dev.interact.bench.figure.Delays;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Those who watch a study while it runs, half of them its view and half its events, each on a
 * connection of its own; one thread takes what comes. They come and leave together.
 */
public final class Audience implements AutoCloseable {
  private static final String TIME = "\"time\":\"";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Delays delays = new Delays();
  private final AtomicInteger lost = new AtomicInteger();
  private final URI orchestrator;
  private final String study;
  private final int watchers;
  private Visit visit;

  /** Some who may watch a study, and have not come yet. */
  public Audience(URI orchestrator, String study, int watchers) {
    this.orchestrator = orchestrator;
    this.study = study;
    this.watchers = watchers;
  }

  /** They begin to watch, unless they do already. */
  void come() {
    if (visit == null) {
      visit = new Visit();
      for (int i = 0; i < watchers; i++) {
        String path = i % 2 == 0 ? "/api/studies/%s/live" : "/api/events?study=%s";
        visit.open(orchestrator.resolve(path.formatted(study)));
      }
    }
  }

  /** They watch no more. */
  void leave() {
    if (visit != null) {
      visit.end();
      visit = null;
    }
  }

  /** Adds what was seen; to be asked when the study is over. */
  public void describe(Map<String, Double> figures) {
    figures.put("watchers_lost", (double) lost.get());
    CompletableFuture.runAsync(() -> delays.describe(figures), thread).join();
  }

  @Override
  public void close() {
    leave();
    thread.shutdownNow();
  }

  /** From their coming to their leaving. */
  private final class Visit {
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(thread).build();
    private volatile boolean isOver;

    void open(URI stream) {
      HttpRequest request =
          HttpRequest.newBuilder(stream).header("Accept", "text/event-stream").build();
      client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Watcher(this)));
    }

    void end() {
      isOver = true;
      client.shutdownNow();
    }

    void isLost() {
      if (!isOver) {
        lost.incrementAndGet();
      }
    }
  }

  /** One connection. */
  private final class Watcher implements Flow.Subscriber<String> {
    private final Visit visit;
    private long before = -1;
    private long id = -1;
    private String event = "";

    Watcher(Visit visit) {
      this.visit = visit;
    }

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
        take(line, Clock.now());
      }
    }

    private void take(String data, long now) {
      switch (event) {
        case "view" -> {}
        case "patch" -> delays.patch(before, id, now);
        default -> {
          int from = data.indexOf(TIME) + TIME.length();
          Instant stored = Instant.parse(data.substring(from, data.indexOf('"', from)));
          delays.event(id, Clock.of(stored), now);
        }
      }
    }

    @Override
    public void onError(Throwable error) {
      visit.isLost();
    }

    @Override
    public void onComplete() {
      visit.isLost();
    }
  }
}
