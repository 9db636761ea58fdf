package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.presence.Heartbeat;
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
  private final Standby standby;
  private final Library library;
  private final Store store;
  private final Map<String, Set<String>> models = new HashMap<>();
  private final Map<Line, Long> served = new HashMap<>();
  private long servings;

  /** A study that waits for a model. */
  private record Line(String model, String study) {}

  Candidates(
      Gates gates,
      Workforce workforce,
      Outstanding outstanding,
      Standby standby,
      Library library,
      Store store) {
    this.gates = gates;
    this.workforce = workforce;
    this.outstanding = outstanding;
    this.standby = standby;
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
      if (line.isEmpty()) {
        continue;
      }
      Room room = room(alias);
      int places = places(room);
      int most = places + standings(room, outstanding.ofModel(alias) + places);
      List<CallKind> kinds =
          most > 0 ? workforce.kinds(alias, worker -> room(worker, room)) : List.of();
      if (!kinds.isEmpty()) {
        Map<String, List<CallRow>> ready = new LinkedHashMap<>();
        for (String study : line) {
          ready.put(
              study, ongoing.ready(study, alias, kinds, now, refused.contains(study) ? 1 : most));
        }
        Fair.pick(ready, study -> outstanding.ofStudy(alias, study), most)
            .forEach(
                turn -> assign(turn, room, now).ifPresent(a -> candidates.put(a, turn.wish())));
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

  /**
   * How much of a model there may be at once.
   *
   * @param underWay calls that may be under way
   * @param share calls that may stand by for each of them
   */
  private record Room(String alias, int underWay, double share) {}

  private Room room(String alias) {
    int underWay = outstanding.ofModel(alias);
    return new Room(alias, underWay + gates.of(alias).room(underWay), standby.share(alias));
  }

  private int places(Room room) {
    return Math.max(0, room.underWay() - outstanding.ofModel(room.alias()));
  }

  private int standings(Room room, int underWay) {
    int most = Standby.most(underWay, room.share());
    return Math.max(0, most - outstanding.standingOfModel(room.alias()));
  }

  /** The room that a worker has for a call of any sort. */
  private int room(Heartbeat.OfWorker worker, Room room) {
    return Math.max(beginning(worker, room), standing(worker, room));
  }

  private int beginning(Heartbeat.OfWorker worker, Room room) {
    return places(room) > 0 ? workforce.room(worker) : 0;
  }

  private int standing(Heartbeat.OfWorker worker, Room room) {
    boolean open = standings(room, outstanding.ofModel(room.alias())) > 0;
    return open ? standby.room(worker, room.alias()) : 0;
  }

  /** Gives a call a place; where there is none, it stands by. */
  private Optional<AttemptRow> assign(Fair.Turn<CallRow> turn, Room room, Instant now) {
    CallRow call = turn.wish();
    Optional<AttemptRow> begun =
        workforce.find(call, worker -> beginning(worker, room)).map(to -> attempt(turn, to, now));
    if (begun.isPresent()) {
      outstanding.add(begun.get());
      return begun;
    }
    Optional<AttemptRow> standing =
        workforce.find(call, worker -> standing(worker, room)).map(to -> attempt(turn, to, now));
    standing.ifPresent(outstanding::addStandingBy);
    return standing;
  }

  private static AttemptRow attempt(
      Fair.Turn<CallRow> turn, Heartbeat.OfWorker worker, Instant now) {
    return new AttemptRow(turn.wish(), turn.study(), worker.incarnation(), now);
  }

  /** An attempt is sent: among studies with as many calls in flight its own comes last now. */
  void serve(AttemptRow attempt) {
    served.put(new Line(attempt.model, attempt.study), ++servings);
  }
}
