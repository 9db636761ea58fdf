package dev.interact.cli.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The seat of a person who is the student of a dialogue.
 *
 * @param link the address of its page, with the secret that opens it
 * @param state {@code waiting}, {@code asked}, {@code quiz} or {@code done}
 * @param seed null where the study has none
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Seat(String conceptId, Arm arm, Long seed, String link, String state) {

  /** What of its arm tells people apart. */
  public record Arm(String condition) {}

  /** Some seats; {@code next} is null where no more follow. */
  record Page(List<Seat> items, String next) {}

  Seat at(String base) {
    return new Seat(conceptId, arm, seed, base + link, state);
  }

  /** Whether its dialogue is over. */
  public boolean isDone() {
    return "done".equals(state);
  }
}
