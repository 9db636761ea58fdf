package dev.interact.analysis.answers;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Comparator;

/**
 * Which draw of its arm and concept a dialogue is.
 *
 * @param seed null where nothing is sampled
 * @param lessonDraw which draw of the lesson, from 0, which is the default
 * @param optionOrder which order of the options, from 0, which is the default
 * @param candidate which of several questions at the turn of a fork, from 0; null where it is none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Repeat(Long seed, Integer lessonDraw, Integer optionOrder, Integer candidate)
    implements Comparable<Repeat> {
  private static final Comparator<Repeat> ORDER =
      Comparator.comparing(Repeat::seed, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Repeat::lessonDraw)
          .thenComparing(Repeat::optionOrder)
          .thenComparing(Repeat::candidate, Comparator.nullsFirst(Comparator.naturalOrder()));

  public Repeat {
    lessonDraw = lessonDraw == null ? 0 : lessonDraw;
    optionOrder = optionOrder == null ? 0 : optionOrder;
  }

  @Override
  public int compareTo(Repeat other) {
    return ORDER.compare(this, other);
  }
}
