package dev.interact.orchestrator.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/** Shares room between studies. */
final class Fair {
  private Fair() {}

  /** Something that a study would like to do next. */
  record Turn<T>(String study, T wish) {}

  /**
   * Picks wishes one by one, always of the study that has the fewest calls in flight by then; each
   * study's in their order. A wish that two studies share is picked once.
   *
   * @param wishes by study; studies that come first win a draw
   * @param inFlight calls of a study at the beginning
   */
  static <T> List<Turn<T>> pick(
      Map<String, List<T>> wishes, ToIntFunction<String> inFlight, int room) {
    Map<T, String> picked = new HashMap<>();
    List<Turn<T>> turns = new ArrayList<>();
    PriorityQueue<Line<T>> lines =
        new PriorityQueue<>(
            Comparator.<Line<T>>comparingInt(line -> line.inFlight)
                .thenComparingInt(line -> line.place));
    wishes.forEach(
        (study, all) ->
            lines.add(new Line<>(study, all.iterator(), lines.size(), inFlight.applyAsInt(study))));
    while (turns.size() < room && !lines.isEmpty()) {
      Line<T> line = lines.poll();
      if (line.rest.hasNext()) {
        T wish = line.rest.next();
        if (picked.putIfAbsent(wish, line.study) == null) {
          turns.add(new Turn<>(line.study, wish));
          line.inFlight++;
        }
        lines.add(line);
      }
    }
    return turns;
  }

  private static final class Line<T> {
    private final String study;
    private final Iterator<T> rest;
    private final int place;
    private int inFlight;

    Line(String study, Iterator<T> rest, int place, int inFlight) {
      this.study = study;
      this.rest = rest;
      this.place = place;
      this.inFlight = inFlight;
    }
  }
}
