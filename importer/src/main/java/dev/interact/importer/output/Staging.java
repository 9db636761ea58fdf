package dev.interact.importer.output;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was done for a file that is not finished, so that it can be undone. */
public final class Staging {
  private final Deque<Runnable> undone = new ArrayDeque<>();

  /** Notes how to undo what was just done. */
  public void undo(Runnable how) {
    undone.push(how);
  }

  /** Keeps what was done. */
  public void keep() {
    undone.clear();
  }

  /** Undoes everything since it was last kept, the last first. */
  public void rollBack() {
    while (!undone.isEmpty()) {
      undone.pop().run();
    }
  }
}
