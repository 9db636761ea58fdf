package dev.interact.contracts;

/**
 * Where a request comes from, for traces and log lines; nothing else may depend on it.
 *
 * @param study id of the study, or of the order of a preparation
 * @param turn of the dialogue; 0 before the first question
 * @param kind what the call is for, as in {@code answer}
 */
public record Origin(String study, int turn, String kind) {}
