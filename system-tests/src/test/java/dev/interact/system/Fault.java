package dev.interact.system;

/**
 * Something that goes wrong on purpose. What is left to chance in it comes from a seed that it
 * prints. A test whose fault did not strike proves nothing, and fails.
 */
interface Fault {
  /** What it is called in figures and findings. */
  String name();

  /** How often it has struck. */
  long fired();
}
