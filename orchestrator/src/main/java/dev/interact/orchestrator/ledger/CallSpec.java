package dev.interact.orchestrator.ledger;

import dev.interact.contracts.Sampling;

/**
 * A wanted model answer.
 *
 * @param key content key: equal for equal requests
 * @param model who is to give it
 * @param prompt hash of the prompt templates that the request is made from
 * @param draw which draw of the request it is
 */
public record CallSpec(
    String key, CallKind kind, Model model, Sampling sampling, String prompt, Draw draw) {

  /**
   * A model.
   *
   * @param alias in the model registry
   * @param id that the provider knows it by
   */
  public record Model(String alias, String id) {}
}
