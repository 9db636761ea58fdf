package dev.interact.study;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * Which repeat a dialogue is.
 *
 * @param seed of the dialogue; null where nothing in it is sampled, so that repeats would be copies
 * @param lesson which draw of its lesson, from 0; 0 as well where it has none
 * @param optionOrder which order of the options, from 0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Draw(Long seed, int lesson, int optionOrder) {
  /** A repeat of the dialogue alone. */
  public static Draw of(Long seed) {
    return new Draw(seed, 0, 0);
  }

  /** The same repeat with another seed. */
  public Draw withSeed(Long other) {
    return new Draw(other, lesson, optionOrder);
  }
}
