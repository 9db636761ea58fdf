package dev.interact.worker.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands by, by the model that it waits for: it begins in the place of a call of that model
 * that has ended here, first come first served, so that a place is not empty while the next call is
 * on its way. To be used by any thread.
 *
 * @param <T> what stands by
 */
final class Standby<T> {
  private final Map<String, Line<T>> lines = new HashMap<>();

  private static final class Line<T> {
    final Map<String, T> waiting = new LinkedHashMap<>();
    int underWay;

    Optional<Next<T>> next() {
      var first = waiting.entrySet().stream().findFirst();
      first.ifPresent(entry -> waiting.remove(entry.getKey()));
      return first.map(entry -> new Next<>(entry.getKey(), entry.getValue()));
    }
  }

  /**
   * One that stands by no more, but begins.
   *
   * @param attempt its id
   */
  record Next<T>(String attempt, T waiter) {}

  private Line<T> line(String model) {
    return lines.computeIfAbsent(model, name -> new Line<>());
  }

  /** Has an attempt wait. */
  synchronized void add(String model, String attempt, T waiter) {
    line(model).waiting.put(attempt, waiter);
  }

  /** One that is to wait no more; empty where it does not wait. */
  synchronized Optional<T> take(String model, String attempt) {
    return Optional.ofNullable(line(model).waiting.remove(attempt));
  }

  /** A call of a model begins that is in nobody's place. */
  synchronized void begun(String model) {
    line(model).underWay++;
  }

  /**
   * A call of a model has ended.
   *
   * @param leavesItsPlace whether another may begin in its place
   */
  synchronized Optional<Next<T>> ended(String model, boolean leavesItsPlace) {
    Line<T> line = line(model);
    Optional<Next<T>> next = leavesItsPlace ? line.next() : Optional.empty();
    line.underWay -= next.isPresent() ? 0 : 1;
    return next;
  }

  /** The first of each model of which no call is under way. */
  synchronized List<Next<T>> stranded() {
    List<Next<T>> stranded = new ArrayList<>();
    for (Line<T> line : lines.values()) {
      Optional<Next<T>> next = line.underWay == 0 ? line.next() : Optional.empty();
      line.underWay += next.isPresent() ? 1 : 0;
      next.ifPresent(stranded::add);
    }
    return stranded;
  }

  /** The attempts that wait. */
  synchronized List<String> attempts() {
    return lines.values().stream().flatMap(line -> line.waiting.keySet().stream()).toList();
  }
}
