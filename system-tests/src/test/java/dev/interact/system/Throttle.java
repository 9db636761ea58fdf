package dev.interact.system;

import com.sun.net.httpserver.HttpExchange;
import dev.interact.contracts.Hash;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A provider that takes so many requests a second, and storms now and then: it refuses all of them
 * for a while. With each refusal it says when to come back, in seconds and as a date by turns, and
 * it writes down who comes earlier.
 */
final class Throttle implements ModelStub.Behaviour, Fault {
  private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

  /**
   * A refusal.
   *
   * @param until when the provider asked to come back
   */
  record Refusal(Instant at, Instant until) {}

  /**
   * How much a provider takes.
   *
   * @param burst requests that it takes at once after a pause; storms do not count as one
   * @param storm how long it refuses everything
   * @param calm how long it does not, on average
   */
  record Limits(double perSecond, int burst, Duration storm, Duration calm) {}

  private final Limits limits;
  private final ModelStub.Behaviour then;
  private final Random random;
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Instant> promises = new HashMap<>();
  private final List<String> early = new ArrayList<>();
  private Instant first;
  private Instant last;
  private Instant refilled;
  private Instant stormBegins;
  private Instant stormEnds;
  private Duration stormy = Duration.ZERO;
  private double tokens;
  private long accepted;

  Throttle(Limits limits, long seed, ModelStub.Behaviour then) {
    System.out.println("storms of refusals are drawn with seed " + seed);
    this.limits = limits;
    this.then = then;
    this.random = new Random(seed);
  }

  @Override
  public String name() {
    return "storms of HTTP 429, goodput %.0f %%".formatted(100 * goodput());
  }

  @Override
  public synchronized long fired() {
    return refusals.size();
  }

  synchronized List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** Requests that came again before their time. */
  synchronized List<String> early() {
    return List.copyOf(early);
  }

  /** The share of what it would have taken, from the first request to the last, storms apart. */
  synchronized double goodput() {
    Duration open = Duration.between(first, last).minus(stormy);
    return accepted / (limits.perSecond() * open.toMillis() / 1e3);
  }

  @Override
  public void answer(HttpExchange exchange, ModelStub.Request request)
      throws IOException, InterruptedException {
    String refused = refusal(Hash.id(request.body().toString()), Instant.now());
    (refused == null ? then : ModelStub.fails(429, "{}", "Retry-After", refused))
        .answer(exchange, request);
  }

  /** What the header of a refusal says; null where the request is taken. */
  private synchronized String refusal(String request, Instant now) {
    if (first == null) {
      first = refilled = now;
      plan(now);
    }
    Instant promised = promises.remove(request);
    if (promised != null && now.isBefore(promised)) {
      early.add("%s came %s before its time".formatted(request, Duration.between(now, promised)));
    }
    if (!now.isBefore(stormEnds)) {
      stormy = stormy.plus(Duration.between(stormBegins, stormEnds));
      refill(stormBegins);
      refilled = stormEnds;
      plan(stormEnds);
    }
    if (!now.isBefore(stormBegins)) {
      return refuse(request, now, stormEnds);
    }
    refill(now);
    if (tokens < 1) {
      return refuse(request, now, now.plusMillis((long) (1000 / limits.perSecond())));
    }
    tokens--;
    accepted++;
    last = now;
    return null;
  }

  private void refill(Instant now) {
    double more = Duration.between(refilled, now).toNanos() / 1e9 * limits.perSecond();
    tokens = Math.min(limits.burst(), tokens + more);
    refilled = now;
  }

  private void plan(Instant now) {
    stormBegins = now.plusMillis((long) (limits.calm().toMillis() * (0.5 + random.nextDouble())));
    stormEnds = secondsAfter(stormBegins.plus(limits.storm()));
  }

  private String refuse(String request, Instant now, Instant until) {
    Instant earliest = now.plus(LEAST_WAIT).isAfter(until) ? now.plus(LEAST_WAIT) : until;
    boolean asDate = refusals.size() % 2 == 1;
    long seconds = (Duration.between(now, earliest).toMillis() + 999) / 1000;
    Instant promise = asDate ? secondsAfter(earliest) : now.plusSeconds(seconds);
    refusals.add(new Refusal(now, promise));
    promises.put(request, promise);
    return asDate
        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(promise.atOffset(ZoneOffset.UTC))
        : String.valueOf(seconds);
  }

  /** The next whole second: a date of HTTP knows no others. */
  private static Instant secondsAfter(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }
}
