package dev.interact.study.strategy;

import java.util.Map;

/** Says what it knows, finds what is missing, and asks that. */
public record Gap() implements Strategy {
  @Override
  public String label() {
    return "gap";
  }

  @Override
  public Map<String, Object> variables(Situation situation) {
    return Map.of();
  }

  @Override
  public Reading read(String reply, Situation situation) {
    return Labelled.read(reply);
  }
}
