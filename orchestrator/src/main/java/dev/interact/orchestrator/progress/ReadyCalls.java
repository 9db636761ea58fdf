package dev.interact.orchestrator.progress;

import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.study.Human;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Calls that wait to be sent, by study and model, in the order of their ranks. */
final class ReadyCalls {
  private static final Comparator<CallRow> ORDER =
      Comparator.<CallRow>comparingLong(call -> call.rank).thenComparing(call -> call.key);

  private final Map<String, Map<String, NavigableSet<CallRow>>> lines = new HashMap<>();
  private final Map<String, Set<String>> places = new HashMap<>();

  /**
   * Puts a call where it belongs now.
   *
   * @param studies with a dialogue or a preparation that waits for it
   */
  void place(CallRow call, Collection<String> studies) {
    Set<String> now =
        call.status == CallRow.Status.READY ? new HashSet<>(studies) : Set.<String>of();
    Set<String> before = places.getOrDefault(call.key, Set.of());
    if (now.equals(before)) {
      return;
    }
    before.forEach(study -> line(study, call).remove(call));
    now.forEach(study -> line(study, call).add(call));
    if (now.isEmpty()) {
      places.remove(call.key);
    } else {
      places.put(call.key, now);
    }
  }

  private NavigableSet<CallRow> line(String study, CallRow call) {
    return lines
        .computeIfAbsent(study, any -> new HashMap<>())
        .computeIfAbsent(call.model, any -> new TreeSet<>(ORDER));
  }

  /** Those of a study and a model that may be sent now, in order. */
  List<CallRow> next(
      String study, String model, Collection<CallKind> kinds, Instant now, int limit) {
    return due(lines.getOrDefault(study, Map.of()).getOrDefault(model, new TreeSet<>(ORDER)), now)
        .filter(call -> kinds.contains(call.kind))
        .limit(limit)
        .toList();
  }

  /** How many of a study may be sent to models now; of many some. */
  long count(String study, Instant now, int most) {
    return lines.getOrDefault(study, Map.of()).entrySet().stream()
        .filter(line -> !Human.is(line.getKey()))
        .flatMap(line -> due(line.getValue(), now))
        .limit(most)
        .count();
  }

  private static Stream<CallRow> due(Collection<CallRow> line, Instant now) {
    return line.stream().filter(call -> !call.notBefore.isAfter(now));
  }

  /** Whether a call waits to be sent. */
  boolean has(String key) {
    return places.containsKey(key);
  }
}
