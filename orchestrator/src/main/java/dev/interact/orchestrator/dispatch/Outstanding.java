package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The attempts that were sent and not replied to, as the database has them, counted by worker, by
 * model and by study. To be used by one thread at a time.
 */
@Singleton
class Outstanding {

  /**
   * An attempt under way.
   *
   * @param study that pays for it
   * @param sentAt listening time of the presence
   * @param repeats how often it was sent again to its worker since it was last handed back
   */
  record Sent(String attempt, String worker, String model, String study, long sentAt, int repeats) {
    Sent sentAgainAt(long at, int repeats) {
      return new Sent(attempt, worker, model, study, at, repeats);
    }
  }

  private final Map<String, Sent> attempts = new HashMap<>();
  private final Map<String, Integer> byWorker = new HashMap<>();
  private final Map<String, Integer> byModel = new HashMap<>();
  private final Map<String, Map<String, Integer>> byStudy = new HashMap<>();
  private final Presence presence;

  Outstanding(Presence presence) {
    this.presence = presence;
  }

  /** An attempt is under way; nothing changes if that is known. */
  void add(AttemptRow attempt) {
    String study = attempt.study == null ? "" : attempt.study;
    Sent sent = new Sent(attempt.id, attempt.worker, attempt.model, study, presence.listened(), 0);
    if (attempts.putIfAbsent(attempt.id, sent) != null) {
      return;
    }
    byWorker.merge(attempt.worker, 1, Integer::sum);
    byModel.merge(attempt.model, 1, Integer::sum);
    byStudy.computeIfAbsent(study, id -> new HashMap<>()).merge(attempt.model, 1, Integer::sum);
  }

  /** The attempt is under way no more; null if it was not. */
  Sent remove(String attempt) {
    Sent sent = attempts.remove(attempt);
    if (sent != null) {
      less(byWorker, sent.worker());
      less(byModel, sent.model());
      byStudy.computeIfPresent(
          sent.study(), (study, models) -> less(models, sent.model()).isEmpty() ? null : models);
    }
    return sent;
  }

  private static Map<String, Integer> less(Map<String, Integer> counts, String key) {
    counts.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    return counts;
  }

  /** These and no others are under way. */
  void set(Collection<AttemptRow> unanswered) {
    Set<String> kept = unanswered.stream().map(attempt -> attempt.id).collect(Collectors.toSet());
    List.copyOf(attempts.keySet()).stream()
        .filter(attempt -> !kept.contains(attempt))
        .forEach(this::remove);
    unanswered.forEach(this::add);
  }

  /** The attempt was sent again to its worker. */
  void sentAgain(String attempt) {
    attempts.computeIfPresent(
        attempt, (id, sent) -> sent.sentAgainAt(presence.listened(), sent.repeats() + 1));
  }

  /**
   * Its worker never saw the attempt: it counts as sent at another time, and for the first time.
   */
  void handedBack(String attempt, long at) {
    attempts.computeIfPresent(attempt, (id, sent) -> sent.sentAgainAt(at, 0));
  }

  int ofWorker(String incarnation) {
    return byWorker.getOrDefault(incarnation, 0);
  }

  int ofModel(String alias) {
    return byModel.getOrDefault(alias, 0);
  }

  int ofStudy(String study) {
    return byStudy.getOrDefault(study, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  int ofStudy(String alias, String study) {
    return byStudy.getOrDefault(study, Map.of()).getOrDefault(alias, 0);
  }

  Collection<String> workers() {
    return List.copyOf(byWorker.keySet());
  }

  List<Sent> where(Predicate<Sent> condition) {
    return attempts.values().stream().filter(condition).toList();
  }
}
