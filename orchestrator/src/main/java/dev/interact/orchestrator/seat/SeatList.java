package dev.interact.orchestrator.seat;

import dev.interact.orchestrator.progress.Arm;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Some seats of a study, for who runs it.
 *
 * @param next the cursor of those that follow; null where there are no more
 */
record SeatList(List<Seat> items, String next) {

  /**
   * A seat.
   *
   * @param link the path of its page, with the secret
   * @param state {@code waiting}, {@code asked} for a question, at the {@code quiz} or {@code done}
   * @param turn that is asked or was quizzed about last
   * @param opened when its link was first followed; null where it was not
   * @param seen when its person was there last
   */
  record Seat(
      String dialogue,
      String conceptId,
      Arm arm,
      Long seed,
      String link,
      String state,
      int turn,
      Instant opened,
      Instant seen) {

    static Seat of(SeatRow.Placed placed, Situation now) {
      SeatRow seat = placed.seat();
      return new Seat(
          seat.dialogue,
          placed.dialogue().conceptId,
          placed.dialogue().arm(),
          placed.dialogue().seed,
          "/seat/" + seat.secret,
          state(now),
          now.next().or(now::last).map(step -> step.turn).orElse(0),
          seat.opened,
          seat.seen);
    }

    private static String state(Situation now) {
      return switch (now.wanted()) {
        case ASK -> "asked";
        case SHEET -> "quiz";
        case WAIT -> "waiting";
        case DONE -> "done";
      };
    }
  }

  /**
   * Seats of a study, in the order of work.
   *
   * @param after the rank of the dialogue that they come after
   */
  static SeatList of(String study, long after, int limit) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<SeatRow.Placed> placed = SeatRow.of(study, after, limit);
              Map<String, Situation> situations =
                  Situation.of(placed.stream().map(one -> one.seat().dialogue).toList());
              return new SeatList(
                  placed.stream()
                      .map(one -> Seat.of(one, situations.get(one.seat().dialogue)))
                      .toList(),
                  placed.size() < limit
                      ? null
                      : String.format(Locale.ROOT, "%d", placed.getLast().dialogue().rank));
            });
  }
}
