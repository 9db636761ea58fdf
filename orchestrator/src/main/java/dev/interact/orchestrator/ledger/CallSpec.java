package dev.interact.orchestrator.ledger;

import dev.interact.contracts.Sampling;

/**
 * A wanted model answer.
 *
 * @param key content key: equal for equal requests
 * @param model alias in the model registry
 * @param prompt hash of the prompt templates that the request is made from
 */
public record CallSpec(String key, CallKind kind, String model, Sampling sampling, String prompt) {}
