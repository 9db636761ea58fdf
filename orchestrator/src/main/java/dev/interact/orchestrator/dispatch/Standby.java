package dev.interact.orchestrator.dispatch;

import dev.interact.contracts.presence.Heartbeat;
import dev.interact.orchestrator.OrchestratorConfig;
import dev.interact.orchestrator.presence.Presence;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Calls that stand by: sent to a worker although the window of their model is full, or is with what
 * is sent with them, to begin there in the place of a call of that model that ends. So a place is
 * not empty while a reply and the next call are on their ways. A worker begins one only after a
 * success, and says so in the reply; where places become free in other ways, calls that stand by
 * are sent again without that mark. To be used by one thread at a time.
 */
@Singleton
class Standby {
  private final Gates gates;
  private final Outstanding outstanding;
  private final Workforce workforce;
  private final Presence presence;
  private final long absence;

  Standby(
      OrchestratorConfig config,
      Gates gates,
      Outstanding outstanding,
      Workforce workforce,
      Presence presence) {
    this.gates = gates;
    this.outstanding = outstanding;
    this.workforce = workforce;
    this.presence = presence;
    this.absence = config.presence().absence().toMillis();
  }

  /** How many calls of a model may stand by for each that is under way. */
  double share(String alias) {
    double share = gates.of(alias).standingBy();
    return share == 0 || outstanding.standingBy(alias).stream().anyMatch(this::isStranded)
        ? 0
        : share;
  }

  /** How many may stand by at such a share while so many are under way. */
  static int most(int underWay, double share) {
    return (int) Math.ceil(underWay * share);
  }

  /** No call can end whose place it would have: the next place that is free is to be its own. */
  private boolean isStranded(Outstanding.Sent sent) {
    return outstanding.of(sent.worker(), sent.model()) == 0;
  }

  /** How many more calls of a model may stand by at a worker: none where none of it may end. */
  int room(Heartbeat.OfWorker worker, String alias) {
    String incarnation = worker.incarnation();
    double share = worker.standingBy() == null ? 0 : gates.of(alias).standingBy();
    return most(outstanding.of(incarnation, alias), share)
        - outstanding.standingBy(incarnation, alias);
  }

  /** Attempts that can begin in nobody's place; as many as there are places for begin now. */
  List<String> beginStranded() {
    return begun(alias -> outstanding.standingBy(alias).stream().filter(this::isStranded).toList());
  }

  /**
   * Where places are free that no other call wants, attempts that stand by begin: the last first,
   * for the first are about to begin where they are.
   */
  List<String> beginLast() {
    return begun(alias -> outstanding.standingBy(alias).reversed());
  }

  private List<String> begun(Function<String, List<Outstanding.Sent>> ofModel) {
    List<String> begun = new ArrayList<>();
    for (String alias : gates.aliases()) {
      for (Outstanding.Sent sent : ofModel.apply(alias)) {
        if (gates.of(alias).room(outstanding.ofModel(alias)) > 0
            && workforce.hasRoom(sent.worker())) {
          outstanding.standing(sent.attempt(), false);
          begun.add(sent.attempt());
        }
      }
    }
    return begun;
  }

  /**
   * Takes over what workers say of attempts that were sent a while ago: what was to say so may have
   * been lost, or said to another process.
   */
  void compare() {
    for (Outstanding.Sent sent : outstanding.where(this::isKnown)) {
      presence
          .find(sent.worker())
          .filter(worker -> worker.standingBy() != null)
          .filter(worker -> worker.attempts().contains(sent.attempt()))
          .ifPresent(
              worker ->
                  outstanding.standing(
                      sent.attempt(), worker.standingBy().contains(sent.attempt())));
    }
  }

  private boolean isKnown(Outstanding.Sent sent) {
    return presence.listened() - sent.sentAt() >= absence;
  }
}
