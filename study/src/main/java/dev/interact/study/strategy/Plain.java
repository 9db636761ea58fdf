package dev.interact.study.strategy;

import java.util.Map;

/** Asks, as in the paper. */
public record Plain() implements Strategy {
  @Override
  public String label() {
    return "plain";
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
}
