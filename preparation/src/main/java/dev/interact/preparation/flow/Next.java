package dev.interact.preparation.flow;

import dev.interact.preparation.result.Prepared;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** What comes next in the preparation of a concept. */
public sealed interface Next {

  /**
   * It waits for steps.
   *
   * @param steps all that have no reply yet, in the order of the flow; never empty
   */
  record Waits(Set<Step> steps) implements Next {
    public Waits {
      steps = Collections.unmodifiableSet(new LinkedHashSet<>(steps));
    }
  }

  /** It is over; the quiz may lack items. */
  record Finished(Prepared prepared) implements Next {}

  /**
   * It cannot go on: a call that it needs failed.
   *
   * @param reason a sentence for people
   */
  record Failed(String reason) implements Next {}
}
