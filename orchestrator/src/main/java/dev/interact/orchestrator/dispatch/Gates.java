package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.limits.Limit;
import dev.interact.orchestrator.limits.Limits;
import dev.interact.orchestrator.window.Gate;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The gates of the registry's models, by alias; none before the first {@link #refresh}. To be used
 * by one thread at a time, but for what it says of itself.
 */
@Singleton
public class Gates {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Limits limits;
  private final Clock clock = Clock.systemUTC();
  private Map<String, Gate> gates = Map.of();
  private volatile Map<String, Long> closed = Map.of();
  private volatile Map<String, Integer> widths = Map.of();

  Gates(Limits limits) {
    this.limits = limits;
  }

  /** The models whose provider asks to wait, each with the seconds that it asks for still. */
  public Map<String, Long> closed() {
    return closed;
  }

  /** How many calls of a model may be under way now; empty where this process sends none. */
  public Map<String, Integer> widths() {
    return widths;
  }

  /** All gates are made anew with the next refresh: another process may have been the writer. */
  public void forget() {
    gates = Map.of();
    widths = Map.of();
  }

  /** Takes over limits that were changed; tells others which gates are closed. */
  public void refresh() {
    Map<String, Limit> now = limits.effective();
    if (gates.isEmpty()) {
      gates = QuarkusTransaction.requiringNew().call(() -> recalled(now.keySet()));
    }
    now.forEach(
        (alias, limit) ->
            gates
                .get(alias)
                .limit(limit.concurrency(), limit.requestsPerMinute(), limit.tokensPerMinute()));
    Map<String, Long> seconds = new TreeMap<>();
    gates.forEach(
        (alias, gate) -> {
          if (gate.closedMillis() > 0) {
            seconds.put(alias, (gate.closedMillis() + 999) / 1_000);
          }
        });
    closed = Collections.unmodifiableMap(seconds);
    widths =
        gates.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().width()));
  }

  /** Gates that know what was sent in the last minute, and which providers asked to wait. */
  private Map<String, Gate> recalled(Collection<String> aliases) {
    Map<String, Gate> fresh =
        aliases.stream()
            .collect(
                Collectors.toMap(Function.identity(), alias -> new Gate(limits.initial(alias))));
    Instant now = clock.instant();
    AttemptRow.sentSince(now.minus(MINUTE), aliases)
        .forEach(
            attempt ->
                fresh
                    .get(attempt.model())
                    .passedBefore(attempt.tokens(), age(attempt.sent(), now)));
    CallRow.refusedUntilAfter(now, aliases)
        .forEach(
            refused ->
                fresh
                    .get(refused.model())
                    .close(Duration.between(now, refused.until()).toMillis()));
    return fresh;
  }

  private static Duration age(Instant sent, Instant now) {
    return sent.isBefore(now) ? Duration.between(sent, now) : Duration.ZERO;
  }

  Set<String> aliases() {
    return gates.keySet();
  }

  /** The gate of an alias that has one. */
  Gate of(String alias) {
    return gates.get(alias);
  }

  /** The gate of an alias; empty where the registry has no such model any more. */
  Optional<Gate> find(String alias) {
    return Optional.ofNullable(gates.get(alias));
  }
}
