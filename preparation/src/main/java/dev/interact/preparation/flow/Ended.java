package dev.interact.preparation.flow;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How a call that a preparation waited for has ended. */
public sealed interface Ended {

  /** The model's reply, whole. */
  record Said(String text) implements Ended {}

  /**
   * A graded sheet.
   *
   * @param choices the positions, as shown, of the chosen options; null where none could be read
   * @param formatError why the answer could not be read as a whole; null where it could
   */
  record Sat(List<Integer> choices, String formatError) implements Ended {
    public Sat {
      choices = Collections.unmodifiableList(Arrays.asList(choices.toArray(Integer[]::new)));
    }
  }

  /**
   * It failed for good.
   *
   * @param reason a sentence for people
   */
  record Failed(String reason) implements Ended {}
}
