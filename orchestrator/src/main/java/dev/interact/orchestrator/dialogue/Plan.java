package dev.interact.orchestrator.dialogue;

/**
 * What a dialogue is to do.
 *
 * @param lesson whether a lesson must be there first
 * @param turns how many questions are asked; 0 where the condition has no dialogue
 * @param parts how many sheets a quiz has: 1, or one for each item
 */
public record Plan(boolean lesson, int turns, int parts) {
  public Plan {
    if (turns < 0) {
      throw new IllegalArgumentException("a dialogue cannot have %d turns".formatted(turns));
    }
    if (parts < 1) {
      throw new IllegalArgumentException("a quiz cannot have %d sheets".formatted(parts));
    }
  }
}
