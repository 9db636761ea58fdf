package dev.interact.orchestrator.dispatch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Attempts that look lost. A worker lets go of an attempt when its reply is on the way, and says so
 * on another topic than the reply's: that an attempt is lost is sure only when all replies from
 * before it looked so have been taken.
 */
final class Suspicions {
  private final Map<String, Long> since = new HashMap<>();

  /**
   * Takes note of the attempts that look lost now, and forgets those that do no more.
   *
   * @param now a moment of {@link System#nanoTime()}
   * @param caughtUp an earlier one; all replies that had come until then have been taken
   * @return those that are lost
   */
  List<String> confirmed(List<String> suspects, long now, long caughtUp) {
    since.keySet().retainAll(new HashSet<>(suspects));
    suspects.forEach(attempt -> since.putIfAbsent(attempt, now));
    return suspects.stream().filter(attempt -> since.get(attempt) - caughtUp < 0).toList();
  }
}
