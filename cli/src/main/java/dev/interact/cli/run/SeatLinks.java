package dev.interact.cli.run;

import dev.interact.cli.api.Seat;
import java.util.List;
import java.util.stream.Stream;

/** The links that people follow to their seats, as lines. */
final class SeatLinks {
  private SeatLinks() {}

  /** Those of seats whose dialogues are not over; none where all are. */
  static List<String> of(List<Seat> seats) {
    List<Seat> open = seats.stream().filter(seat -> !seat.isDone()).toList();
    return open.isEmpty()
        ? List.of()
        : Stream.concat(
                Stream.of("People are students here. Give each person one link, in secret:"),
                open.stream().map(SeatLinks::line))
            .toList();
  }

  private static String line(Seat seat) {
    String seed = seat.seed() == null ? "" : ", seed " + seat.seed();
    return "  %s  (%s, %s%s)"
        .formatted(seat.link(), seat.conceptId(), seat.arm().condition(), seed);
  }
}
