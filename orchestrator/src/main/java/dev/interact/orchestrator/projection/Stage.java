package dev.interact.orchestrator.projection;

/** How far a dialogue, or a concept of a preparation, is. */
public enum Stage {
  PLANNED,
  RUNNING,
  /** For good. */
  FINISHED,
  /** Unless it is taken up again. */
  FAILED
}
