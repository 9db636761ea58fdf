package dev.interact.orchestrator.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.interact.orchestrator.projection.LiveStudy;
import dev.interact.orchestrator.projection.Projection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The views that somebody looks at, or did so lately. They are read by a thread or two, and kept up
 * to date by a single one, which does for all who look what each would have to do otherwise. One
 * that nobody looks at costs nothing until it is asked for again.
 */
@Singleton
class Views {
  private static final Logger LOG = Logger.getLogger(Views.class);

  /** The name of the view of all studies; no study has it. */
  private static final String ALL = "";

  private static final long HEARTBEAT_SECONDS = 15;
  private static final int READERS = 2;
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  private final Recent recent;
  private final Readers readers;
  private final Clients clients;
  private final Set<String> renewing = new HashSet<>();
  private final ExecutorService reading =
      Executors.newFixedThreadPool(
          READERS, Thread.ofPlatform().name("views-reader-", 0).daemon().factory());
  private final ScheduledExecutorService painter =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("views").daemon().factory());
  private final AsyncLoadingCache<String, Watch> watches =
      Caffeine.newBuilder()
          .executor(reading)
          .expireAfterAccess(FORGOTTEN)
          .buildAsync(id -> read(id, Watch::new));

  Views(Recent recent, Readers readers, Clients clients) {
    this.recent = recent;
    this.readers = readers;
    this.clients = clients;
  }

  void start(@Observes StartupEvent event) {
    long period = Watch.PERIOD.toMillis();
    painter.scheduleWithFixedDelay(this::tick, period, period, TimeUnit.MILLISECONDS);
    painter.scheduleWithFixedDelay(
        this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    painter.shutdownNow();
    reading.shutdownNow();
  }

  /** The name of the view of all studies. */
  static String ofAll() {
    return ALL;
  }

  /** What a view is now. */
  CompletableFuture<ObjectNode> now(String id) {
    return ask(id, watch -> watch.view(Instant.now()));
  }

  /** Lets a client watch a view, once it has been read; errors are those of reading it. */
  CompletableFuture<Void> watch(String id, RoutingContext http) {
    return ask(
        id,
        watch -> {
          watch.add(clients.open(Clients.Kind.VIEW, http));
          return null;
        });
  }

  /** Asks something of a view, once it has been read; errors are those of reading it. */
  <T> CompletableFuture<T> ask(String id, Function<Watch, T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    ask(id, question, true)
        .whenComplete(
            (result, error) -> {
              if (error == null) {
                answer.complete(result);
              } else {
                answer.completeExceptionally(cause(error));
              }
            });
    return answer;
  }

  /**
   * @param mayForget whether one that nobody has kept up to date may be read again
   */
  private <T> CompletableFuture<T> ask(String id, Function<Watch, T> question, boolean mayForget) {
    return watches
        .get(id)
        .thenComposeAsync(
            watch -> {
              boolean isCurrent = follow(watch);
              if (!isCurrent && mayForget && !watch.isWatched()) {
                watches.synchronous().asMap().remove(id, watch);
                return ask(id, question, false);
              }
              renewUnless(isCurrent, id, watch);
              return CompletableFuture.completedFuture(question.apply(watch));
            },
            painter);
  }

  private static Throwable cause(Throwable error) {
    return error instanceof CompletionException ? error.getCause() : error;
  }

  private interface Reading<T> {
    T of(Projection projection, long next);
  }

  private <T> T read(String id, Reading<T> result) {
    long next = recent.next();
    long last = Math.max(-1, next - 1);
    Projection read = id.equals(ALL) ? readers.all(last) : readers.study(id, last);
    return result.of(read, next);
  }

  private void tick() {
    watches.synchronous().asMap().forEach(this::tick);
  }

  private void tick(String id, Watch watch) {
    try {
      if (watch.isWatched()) {
        watches.getIfPresent(id);
        renewUnless(follow(watch), id, watch);
        watch.show(Instant.now());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "the view of study '%s' was not shown", id);
    }
  }

  /** Takes in what was told since; false where it must be read again. */
  private boolean follow(Watch watch) {
    boolean hasAll = watch.follow(recent);
    if (watch.projection() instanceof LiveStudy study && !study.unmarked().isEmpty()) {
      readers.mark(study, study.unmarked());
    }
    return hasAll && !watch.projection().isStale();
  }

  private void renewUnless(boolean isCurrent, String id, Watch watch) {
    if (!isCurrent && renewing.add(id)) {
      reading.execute(() -> renew(id, watch));
    }
  }

  /** Reads a view again; until that is done, the one before is shown. */
  private void renew(String id, Watch watch) {
    try {
      read(
          id,
          (projection, next) -> {
            painter.execute(() -> watch.renew(projection, next));
            return projection;
          });
    } catch (RuntimeException e) {
      LOG.debugf("the view of study '%s' could not be read again: %s", id, e);
    } finally {
      painter.execute(() -> renewing.remove(id));
    }
  }

  private void beat() {
    for (Watch watch : watches.synchronous().asMap().values()) {
      try {
        watch.beat();
      } catch (RuntimeException e) {
        LOG.debugf("no sign of life was sent: %s", e);
      }
    }
  }
}
