package dev.interact.study.strategy;

import java.util.Map;

/**
 * Asks several questions, has each answered, and goes on with the one after which the student does
 * best on the selection half of the quiz (outcome-driven question selection, ODQS, of Socratic
 * Students, arXiv 2512.13102).
 */
public record Outcome() implements Strategy {
  @Override
  public String label() {
    return "outcome";
  }

  @Override
  public boolean hasInstruction() {
    return false;
  }

  @Override
  public Map<String, Object> variables(Situation situation) {
    return Map.of();
  }

  @Override
  public Reading read(String reply, Situation situation) {
    return new Reading.Question(reply);
  }

  @Override
  public int tried(Asking settings) {
    return settings.candidates();
  }
}
