package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The attempts that were sent and not replied to, as the database has them, counted by worker, by
 * model and by study. Those that stand by are counted apart: they take no place. To be used by one
 * thread at a time.
 */
@Singleton
class Outstanding {

  /**
   * An attempt under way.
   *
   * @param study that pays for it
   * @param sentAt listening time of the presence
   * @param repeats how often it was sent again to its worker since it was last handed back
   * @param standsBy whether it is to begin only in the place of another
   */
  record Sent(
      String attempt,
      String worker,
      String model,
      String study,
      long sentAt,
      int repeats,
      boolean standsBy) {
    Sent sentAgainAt(long at, int repeats) {
      return new Sent(attempt, worker, model, study, at, repeats, standsBy);
    }

    Sent standing(boolean by, long since) {
      return new Sent(attempt, worker, model, study, since, repeats, by);
    }

    Line line() {
      return new Line(worker, model);
    }
  }

  /** A worker and a model that it calls. */
  private record Line(String worker, String model) {}

  private final Map<String, Sent> attempts = new HashMap<>();
  private final Map<String, Integer> byWorker = new HashMap<>();
  private final Map<String, Integer> byModel = new HashMap<>();
  private final Map<Line, Integer> byLine = new HashMap<>();
  private final Map<Line, Integer> standingByLine = new HashMap<>();
  private final Map<String, Set<String>> standing = new HashMap<>();
  private final Map<String, Map<String, Integer>> byStudy = new HashMap<>();
  private final Presence presence;

  Outstanding(Presence presence) {
    this.presence = presence;
  }

  /** An attempt is under way; nothing changes if that is known. */
  void add(AttemptRow attempt) {
    add(attempt, false);
  }

  /** An attempt stands by; nothing changes if it is known. */
  void addStandingBy(AttemptRow attempt) {
    add(attempt, true);
  }

  private void add(AttemptRow attempt, boolean standsBy) {
    String study = attempt.study == null ? "" : attempt.study;
    Sent sent =
        new Sent(
            attempt.id, attempt.worker, attempt.model, study, presence.listened(), 0, standsBy);
    if (attempts.putIfAbsent(attempt.id, sent) == null) {
      take(sent);
      byStudy.computeIfAbsent(study, id -> new HashMap<>()).merge(attempt.model, 1, Integer::sum);
    }
  }

  /** Counts an attempt where it is: in a place or standing by. */
  private void take(Sent sent) {
    if (sent.standsBy()) {
      standingByLine.merge(sent.line(), 1, Integer::sum);
      standing.computeIfAbsent(sent.model(), alias -> new LinkedHashSet<>()).add(sent.attempt());
    } else {
      byWorker.merge(sent.worker(), 1, Integer::sum);
      byModel.merge(sent.model(), 1, Integer::sum);
      byLine.merge(sent.line(), 1, Integer::sum);
    }
  }

  private void leave(Sent sent) {
    if (sent.standsBy()) {
      less(standingByLine, sent.line());
      standing.get(sent.model()).remove(sent.attempt());
    } else {
      less(byWorker, sent.worker());
      less(byModel, sent.model());
      less(byLine, sent.line());
    }
  }

  /** It is known now of an attempt whether it stands by. */
  void standing(String attempt, boolean by) {
    Sent sent = attempts.get(attempt);
    if (sent != null && sent.standsBy() != by) {
      Sent now = sent.standing(by, presence.listened());
      leave(sent);
      attempts.put(attempt, now);
      take(now);
    }
  }

  /** Whether an attempt stands by. */
  boolean standsBy(String attempt) {
    Sent sent = attempts.get(attempt);
    return sent != null && sent.standsBy();
  }

  /** The attempts of a model that stand by, in the order in which they came to. */
  List<Sent> standingBy(String alias) {
    return standing.getOrDefault(alias, Set.of()).stream().map(attempts::get).toList();
  }

  int standingOfModel(String alias) {
    return standing.getOrDefault(alias, Set.of()).size();
  }

  /** How many attempts of a model a worker has under way. */
  int of(String incarnation, String alias) {
    return byLine.getOrDefault(new Line(incarnation, alias), 0);
  }

  /** How many attempts of a model stand by at a worker. */
  int standingBy(String incarnation, String alias) {
    return standingByLine.getOrDefault(new Line(incarnation, alias), 0);
  }

  /** The attempt is under way no more; null if it was not. */
  Sent remove(String attempt) {
    Sent sent = attempts.remove(attempt);
    if (sent != null) {
      leave(sent);
      byStudy.computeIfPresent(
          sent.study(), (study, models) -> less(models, sent.model()).isEmpty() ? null : models);
    }
    return sent;
  }

  private static <K> Map<K, Integer> less(Map<K, Integer> counts, K key) {
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
