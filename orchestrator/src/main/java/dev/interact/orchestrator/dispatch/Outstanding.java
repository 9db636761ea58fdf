package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The attempts that were sent and not replied to, as the database has them, counted by worker and
 * by model. To be used by one thread at a time.
 */
@Singleton
class Outstanding {

  /**
   * An attempt under way.
   *
   * @param sentAt listening time of the presence
   * @param repeats how often it was sent again to its worker
   */
  record Sent(String attempt, String worker, String model, long sentAt, int repeats) {}

  private final Map<String, Sent> attempts = new HashMap<>();
  private final Map<String, Integer> byWorker = new HashMap<>();
  private final Map<String, Integer> byModel = new HashMap<>();

  /** An attempt is under way; nothing changes if that is known. */
  void add(AttemptRow attempt, long sentAt) {
    Sent sent = new Sent(attempt.id, attempt.worker, attempt.model, sentAt, 0);
    if (attempts.putIfAbsent(attempt.id, sent) != null) {
      return;
    }
    byWorker.merge(attempt.worker, 1, Integer::sum);
    byModel.merge(attempt.model, 1, Integer::sum);
  }

  /** The attempt is under way no more; null if it was not. */
  Sent remove(String attempt) {
    Sent sent = attempts.remove(attempt);
    if (sent != null) {
      byWorker.computeIfPresent(sent.worker(), (worker, count) -> count > 1 ? count - 1 : null);
      byModel.computeIfPresent(sent.model(), (model, count) -> count > 1 ? count - 1 : null);
    }
    return sent;
  }

  /** All others are under way no more. */
  void keepOnly(Collection<String> known) {
    Set<String> kept = new HashSet<>(known);
    List.copyOf(attempts.keySet()).stream()
        .filter(attempt -> !kept.contains(attempt))
        .forEach(this::remove);
  }

  /** The attempt was sent again to its worker. */
  void sentAgain(String attempt, long at) {
    attempts.computeIfPresent(
        attempt, (id, sent) -> new Sent(id, sent.worker(), sent.model(), at, sent.repeats() + 1));
  }

  /** The attempt counts as sent at another time. */
  void sentAt(String attempt, long at) {
    attempts.computeIfPresent(
        attempt, (id, sent) -> new Sent(id, sent.worker(), sent.model(), at, sent.repeats()));
  }

  int ofWorker(String incarnation) {
    return byWorker.getOrDefault(incarnation, 0);
  }

  int ofModel(String alias) {
    return byModel.getOrDefault(alias, 0);
  }

  Collection<String> workers() {
    return List.copyOf(byWorker.keySet());
  }

  List<Sent> where(Predicate<Sent> condition) {
    return attempts.values().stream().filter(condition).toList();
  }
}
