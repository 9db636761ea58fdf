package dev.interact.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * How often a study repeats things, each named for what it repeats; all from 1, which is the
 * default.
 *
 * @param dialogue dialogues, where something in them is sampled; null where the seeds are named
 * @param lesson lessons, where they are sampled
 * @param optionOrder orders in which the options of items are shown
 * @param sheet sampled sheets after each turn of one dialogue, for Pass@k
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Draws(Integer dialogue, Integer lesson, Integer optionOrder, Integer sheet) {
  static final Draws ONE = new Draws(null, null, null, null);

  public Draws {
    lesson = lesson == null ? 1 : lesson;
    optionOrder = optionOrder == null ? 1 : optionOrder;
    sheet = sheet == null ? 1 : sheet;
  }
}
