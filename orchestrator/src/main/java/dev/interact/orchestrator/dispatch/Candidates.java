package dev.interact.orchestrator.dispatch;

import dev.interact.orchestrator.ledger.AttemptRow;
import dev.interact.orchestrator.ledger.CallKind;
import dev.interact.orchestrator.ledger.CallRow;
import dev.interact.orchestrator.progress.Ongoing;
import dev.interact.orchestrator.store.Store;
import dev.interact.orchestrator.study.Library;
import dev.interact.orchestrator.study.StudyRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the calls that are next: those that a worker has room for, within the window and the
 * requests a minute of their model, fairly between studies. To be called within a transaction, by
 * one thread at a time.
 */
@Singleton
class Candidates {
  private final Gates gates;
  private final Workforce workforce;
  private final Outstanding outstanding;
  private final Library library;
  private final Store store;
  private final Map<String, Set<String>> models = new HashMap<>();
  private final Map<Line, Long> served = new HashMap<>();
  private long servings;

  /** A study that waits for a model. */
  private record Line(String model, String study) {}

  Candidates(
      Gates gates, Workforce workforce, Outstanding outstanding, Library library, Store store) {
    this.gates = gates;
    this.workforce = workforce;
    this.outstanding = outstanding;
    this.library = library;
    this.store = store;
  }

  /**
   * Attempts that count as under way from now on, with their calls, in the order in which they are
   * to be sent.
   *
   * @param refused studies that can hardly pay for more: one call of each is tried
   */
  Map<AttemptRow, CallRow> next(Set<String> refused, Instant now) {
    List<String> studies = StudyRow.running();
    Ongoing ongoing = Ongoing.of(store);
    Map<AttemptRow, CallRow> candidates = new LinkedHashMap<>();
    for (String alias : gates.aliases()) {
      List<String> line = line(alias, studies);
      int room = line.isEmpty() ? 0 : gates.of(alias).room(outstanding.ofModel(alias));
      List<CallKind> kinds = room > 0 ? workforce.kinds(alias) : List.of();
      if (!kinds.isEmpty()) {
        Map<String, List<CallRow>> ready = new LinkedHashMap<>();
        for (String study : line) {
          int most = refused.contains(study) ? 1 : room;
          ready.put(study, ongoing.ready(study, alias, kinds, now, most));
        }
        Fair.pick(ready, study -> outstanding.ofStudy(alias, study), room)
            .forEach(turn -> assign(turn, now).ifPresent(a -> candidates.put(a, turn.wish())));
      }
    }
    return candidates;
  }

  /** The studies that name a model, the one that was served last at the end. */
  private List<String> line(String alias, List<String> studies) {
    return studies.stream()
        .filter(study -> models(study).contains(alias))
        .sorted(Comparator.comparing(study -> served.getOrDefault(new Line(alias, study), 0L)))
        .toList();
  }

  private Set<String> models(String study) {
    return models.computeIfAbsent(study, library::models);
  }

  private Optional<AttemptRow> assign(Fair.Turn<CallRow> turn, Instant now) {
    return workforce
        .find(turn.wish())
        .map(
            worker -> {
              AttemptRow attempt =
                  new AttemptRow(turn.wish(), turn.study(), worker.incarnation(), now);
              outstanding.add(attempt);
              return attempt;
            });
  }

  /** An attempt is sent: among studies with as many calls in flight its own comes last now. */
  void serve(AttemptRow attempt) {
    served.put(new Line(attempt.model, attempt.study), ++servings);
  }
}
